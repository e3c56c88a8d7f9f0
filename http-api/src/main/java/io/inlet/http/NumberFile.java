package io.inlet.http;

import io.inlet.number.LineType;
import io.inlet.number.PoolNumber;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a file of numbers, and gathers everything that is wrong with it. One use, one thread. */
final class NumberFile {
    private static final List<String> COLUMNS =
            List.of(
                    "msisdn",
                    "country",
                    "lineType",
                    "environment",
                    "carrier",
                    "contractRef",
                    "licenceRef",
                    "acquiredOn",
                    "usagePolicy");
    private static final int MOST_TEXT = 200;
    private static final int DATE_LENGTH = 10;

    private final List<PoolNumber> numbers = new ArrayList<>();
    private final List<Problem.WrongLine> wrong = new ArrayList<>();
    private final Map<Msisdn, Integer> lines = new HashMap<>();

    private NumberFile() {}

    static NumberFile read(String text) {
        NumberFile file = new NumberFile();
        List<Csv.Row> rows = Csv.rows(text);
        if (rows.isEmpty()) {
            file.wrong(1, "expected the header " + String.join(",", COLUMNS));
        } else if (file.acceptsHeader(rows.getFirst())) {
            List<String> header = rows.getFirst().fields();
            rows.subList(1, rows.size()).forEach(row -> file.add(header, row));
        }
        return file;
    }

    List<PoolNumber> numbers() {
        return numbers;
    }

    List<Problem.WrongLine> wrong() {
        return wrong;
    }

    private boolean acceptsHeader(Csv.Row row) {
        Set<String> given = new HashSet<>(row.fields());
        if (row.fields().size() == COLUMNS.size() && given.equals(Set.copyOf(COLUMNS))) {
            return true;
        }
        wrong(row.line(), "expected the header " + String.join(",", COLUMNS));
        return false;
    }

    private void add(List<String> header, Csv.Row row) {
        if (row.fields().size() != header.size()) {
            wrong(
                    row.line(),
                    "expected " + header.size() + " fields, found " + row.fields().size());
            return;
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), row.fields().get(i));
        }
        try {
            PoolNumber number = number(fields);
            Integer before = lines.putIfAbsent(number.msisdn(), row.line());
            if (before != null) {
                wrong(row.line(), "msisdn: the same as on line " + before);
            }
            numbers.add(number);
        } catch (RefusedException e) {
            wrong(row.line(), e.problem().detail());
        }
    }

    private void wrong(int line, String problem) {
        wrong.add(new Problem.WrongLine(line, problem));
    }

    private static PoolNumber number(Map<String, String> fields) {
        String msisdn = text(fields, "msisdn");
        String digits = msisdn.startsWith("+") ? msisdn.substring(1) : msisdn;
        if (!Msisdn.isDigits(digits)) {
            throw Texts.refused("msisdn", "3 to 15 digits");
        }
        String country = text(fields, "country");
        if (!country.matches("[A-Z]{2}")) {
            throw Texts.refused("country", "two capital letters");
        }
        return new PoolNumber(
                new Msisdn(digits),
                country,
                Names.parse("lineType", text(fields, "lineType"), LineType.class),
                Names.parse("environment", text(fields, "environment"), Environment.class),
                new PoolNumber.Provenance(
                        text(fields, "carrier"),
                        text(fields, "contractRef"),
                        text(fields, "licenceRef"),
                        date(text(fields, "acquiredOn")),
                        text(fields, "usagePolicy")));
    }

    private static String text(Map<String, String> fields, String name) {
        return Texts.required(name, fields.get(name), MOST_TEXT);
    }

    private static LocalDate date(String text) {
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException _) {
            // Falls through.
        }
        throw Texts.refused("acquiredOn", "a date such as 2026-01-31");
    }
}
