package io.inlet.http;

import io.inlet.number.PoolNumber;
import io.inlet.sms.Msisdn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a file of numbers, and gathers everything that is wrong with it. One use, one thread. */
final class NumberFile {
    private final List<PoolNumber> numbers = new ArrayList<>();
    private final WrongLines wrong = new WrongLines();
    private final Map<Msisdn, Integer> lines = new HashMap<>();

    private NumberFile() {}

    static NumberFile read(String text) {
        NumberFile file = new NumberFile();
        List<Csv.Row> rows = Csv.rows(text);
        if (rows.isEmpty()) {
            file.refuseHeader(1);
        } else if (file.acceptsHeader(rows.getFirst())) {
            List<String> header = rows.getFirst().fields();
            rows.subList(1, rows.size()).forEach(row -> file.add(header, row));
        }
        return file;
    }

    List<PoolNumber> numbers() {
        return numbers;
    }

    WrongLines wrong() {
        return wrong;
    }

    private boolean acceptsHeader(Csv.Row row) {
        List<String> columns = NumberRow.COLUMNS;
        Set<String> given = new HashSet<>(row.fields());
        if (row.fields().size() == columns.size() && given.equals(Set.copyOf(columns))) {
            return true;
        }
        refuseHeader(row.line());
        return false;
    }

    private void refuseHeader(int line) {
        wrong.add(line, "expected the header " + String.join(",", NumberRow.COLUMNS));
    }

    private void add(List<String> header, Csv.Row row) {
        if (row.fields().size() != header.size()) {
            wrong.add(
                    row.line(),
                    "expected " + header.size() + " fields, found " + row.fields().size());
            return;
        }
        NumberRow fields = NumberRow.of(header, row.fields());
        List<String> problems = fields.problems();
        if (problems.isEmpty()) {
            add(row.line(), fields.number());
        } else {
            problems.forEach(problem -> wrong.add(row.line(), problem));
        }
    }

    private void add(int line, PoolNumber number) {
        Integer before = lines.putIfAbsent(number.msisdn(), line);
        if (before != null) {
            wrong.add(line, "msisdn: the same as on line " + before);
        }
        numbers.add(number);
    }
}
