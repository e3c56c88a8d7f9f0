package io.inlet.http;

import io.inlet.number.NumberLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of numbers, read as it comes: each number that it describes, and everything that is wrong
 * with it. One use, one thread.
 */
final class NumberFile implements Iterator<NumberLine> {
    private static final int BUFFER = 1 << 16;

    private final Csv csv;
    private final Queue<NumberLine> read = new ArrayDeque<>();
    private @Nullable List<String> header;
    private boolean over;

    /**
     * Begins to read.
     *
     * @throws RefusedException if it is not UTF-8
     */
    NumberFile(InputStream octets) {
        // A decoder that is made so reports what is malformed, where the usual one replaces it.
        var reader = new InputStreamReader(octets, StandardCharsets.UTF_8.newDecoder());
        try {
            this.csv = new Csv(new BufferedReader(reader, BUFFER));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public boolean hasNext() {
        while (read.isEmpty() && !over) {
            advance();
        }
        return !read.isEmpty();
    }

    @Override
    public NumberLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return read.remove();
    }

    private void advance() {
        try {
            Csv.Row row = csv.next();
            if (header == null) {
                readHeader(row);
            } else if (row == null) {
                over = true;
            } else {
                readNumber(header, row);
            }
        } catch (Csv.TooLongException e) {
            end(e.line(), "the row is too long; what follows was not read: is a quote not closed?");
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static RuntimeException broken(IOException e) {
        return e instanceof CharacterCodingException
                ? Texts.refused("the body", "UTF-8")
                : new UncheckedIOException(e);
    }

    private void readHeader(Csv.@Nullable Row row) {
        List<String> given = row == null ? List.of() : row.fields();
        Set<String> once = new HashSet<>(given);
        if (once.size() == given.size()
                && once.containsAll(NumberRow.NEEDED)
                && NumberRow.COLUMNS.containsAll(once)) {
            header = given;
        } else {
            end(
                    row == null ? 1 : row.line(),
                    "expected the header %s and, if you like, %s"
                            .formatted(
                                    String.join(",", NumberRow.NEEDED),
                                    String.join(",", NumberRow.OPTIONAL)));
        }
    }

    private void readNumber(List<String> columns, Csv.Row row) {
        if (row.fields().size() != columns.size()) {
            bad(row.line(), "expected " + columns.size() + " fields, found " + row.fields().size());
            return;
        }
        NumberRow fields = NumberRow.of(columns, row.fields());
        List<String> problems = fields.problems();
        if (problems.isEmpty()) {
            add(row.line(), fields);
        }
        problems.forEach(problem -> bad(row.line(), problem));
    }

    private void add(int line, NumberRow fields) {
        try {
            read.add(new NumberLine.Good(line, fields.number()));
        } catch (IllegalArgumentException e) {
            // Each field is right, and they do not go together.
            bad(line, String.valueOf(e.getMessage()));
        }
    }

    private void bad(int line, String problem) {
        read.add(new NumberLine.Bad(line, problem));
    }

    private void end(int line, String problem) {
        bad(line, problem);
        over = true;
    }
}
