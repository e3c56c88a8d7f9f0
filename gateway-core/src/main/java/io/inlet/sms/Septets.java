package io.inlet.sms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of {@code gsm7.txt}, read once. Immutable. */
final class Septets {
    /** How many characters a table has. */
    static final int COUNT = 128;

    /** Begins a character of the single shift table; {@link #NOTHING} in that table itself. */
    static final char ESCAPE = 0x1b;

    /** Stands where a table has no character. */
    static final char NOTHING = 0;

    private static final int LINES = 16;
    private static final int COLUMNS = 8;
    private static final Map<String, char[]> TABLES = read();

    private Septets() {}

    /** The locking shift table of a language, or the default alphabet if it has none. */
    static char[] locking(int language) {
        return table("locking ", language);
    }

    /** The single shift table of a language, or the default extension table if it has none. */
    static char[] single(int language) {
        return table("single ", language);
    }

    private static char[] table(String kind, int language) {
        char[] national = TABLES.get(kind + language);
        return national == null ? Objects.requireNonNull(TABLES.get(kind + 0)) : national;
    }

    private static Map<String, char[]> read() {
        try (InputStream in = Septets.class.getResourceAsStream("gsm7.txt");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return tables(lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, char[]> tables(List<String> lines) {
        Map<String, char[]> tables = new HashMap<>();
        for (int at = 0; at < lines.size(); at += 1 + LINES) {
            tables.put(lines.get(at), table(lines.subList(at + 1, at + 1 + LINES)));
        }
        return tables;
    }

    private static char[] table(List<String> lines) {
        char[] table = new char[COUNT];
        for (int line = 0; line < LINES; line++) {
            List<String> cells = new ArrayList<>(List.of(lines.get(line).strip().split(" +", -1)));
            if (cells.size() != COLUMNS) {
                throw new IllegalStateException("a line of gsm7.txt has " + cells.size());
            }
            for (int column = 0; column < COLUMNS; column++) {
                table[column * LINES + line] = character(cells.get(column));
            }
        }
        return table;
    }

    private static char character(String cell) {
        return switch (cell) {
            case "SP" -> ' ';
            case "LF", "FF" -> '\n'; // a text here knows no pages
            case "CR" -> '\r';
            case "ESC" -> ESCAPE;
            case "--" -> NOTHING;
            default -> cell.length() == 1 ? cell.charAt(0) : (char) Integer.parseInt(cell, 16);
        };
    }
}
