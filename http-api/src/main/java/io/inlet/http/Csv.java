package io.inlet.http;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values (RFC 4180) as they come: quoted fields may hold commas, doubled
 * quotes and line breaks. Linear in the text, and never holds more than a row. What is odd is left
 * to whoever checks the fields. One thread.
 */
final class Csv {
    /** Longest row, in UTF-16 units: a quote that is never closed must not gather a whole file. */
    private static final int LONGEST_ROW = 65_536;

    private static final int END = -1;

    /**
     * One record.
     *
     * @param line the line it begins on, from 1
     * @param fields its fields, quotes removed
     */
    record Row(int line, List<String> fields) {
        boolean isBlank() {
            return fields.size() == 1 && fields.getFirst().isBlank();
        }
    }

    /** A row is longer than it may be; nothing can be read after it. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;
        private final int line;

        TooLongException(int line) {
            super("a row is too long");
            this.line = line;
        }

        /** The line on which the row begins. */
        int line() {
            return line;
        }
    }

    private final Reader text;
    private int next;
    private int line = 1;
    private int begins = 1;
    private int length;

    /**
     * @param text buffered
     */
    Csv(Reader text) throws IOException {
        this.text = text;
        this.next = text.read();
        if (next == '\ufeff') {
            next = text.read();
        }
    }

    /** The next row that is not blank, or null at the end. */
    @Nullable Row next() throws IOException {
        while (next != END) {
            Row row = row();
            if (!row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    private Row row() throws IOException {
        begins = line;
        length = 0;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (next == ',') {
            advance();
            fields.add(field());
        }
        endLine();
        return new Row(begins, fields);
    }

    private void endLine() throws IOException {
        if (next == '\r') {
            advance();
        }
        if (next == '\n') {
            advance();
        }
        line++;
    }

    private String field() throws IOException {
        StringBuilder field = new StringBuilder();
        boolean quoted = next == '"';
        if (quoted) {
            advance();
            quotedPart(field);
        }
        while (next != END && next != ',' && next != '\r' && next != '\n') {
            field.append((char) next);
            advance();
        }
        return quoted ? field.toString() : field.toString().strip();
    }

    private void quotedPart(StringBuilder field) throws IOException {
        while (next != END) {
            char c = (char) next;
            advance();
            if (c == '"') {
                if (next != '"') {
                    return;
                }
                advance();
            } else if (c == '\n') {
                line++;
            }
            field.append(c);
        }
    }

    private void advance() throws IOException {
        if (++length > LONGEST_ROW) {
            throw new TooLongException(begins);
        }
        next = text.read();
    }

    /** A row as text, with its line break. */
    static String text(List<String> fields) {
        StringJoiner row = new StringJoiner(",", "", "\n");
        fields.forEach(field -> row.add(quoted(field)));
        return row.toString();
    }

    private static String quoted(String field) {
        boolean plain =
                field.equals(field.strip())
                        && field.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
