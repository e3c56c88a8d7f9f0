package io.inlet.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values (RFC 4180): quoted fields may hold commas, doubled quotes and line
 * breaks. Linear in the text; never fails: what is odd is left to whoever checks the fields.
 */
final class Csv {
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

    private final String text;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text;
    }

    /** All rows that are not blank. */
    static List<Row> rows(String text) {
        Csv csv = new Csv(text);
        List<Row> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            Row row = csv.row();
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() {
        int begins = line;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        endLine();
        return new Row(begins, fields);
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }

    private String field() {
        StringBuilder field = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (quoted) {
            at++;
            quotedPart(field);
        }
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            field.append(text.charAt(at++));
        }
        return quoted ? field.toString() : field.toString().strip();
    }

    private void quotedPart(StringBuilder field) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                if (at >= text.length() || text.charAt(at) != '"') {
                    return;
                }
                at++;
            } else if (c == '\n') {
                line++;
            }
            field.append(c);
        }
    }
}
