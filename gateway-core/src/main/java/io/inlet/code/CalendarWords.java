package io.inlet.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the words for months and times of day mean; {@code calendar.txt} has them. Immutable, read
 * once.
 */
final class CalendarWords {
    private static final CalendarWords SHIPPED = read();

    /** What a word adds to the clock beside it. */
    enum Part {
        AM,
        PM,
        NIGHT,
        HALF,
        UTC
    }

    private final Map<String, Integer> months = new HashMap<>(4_096);
    private final Map<String, Part> parts = new HashMap<>();

    private CalendarWords() {}

    static CalendarWords shipped() {
        return SHIPPED;
    }

    /** The number of the month that a phrase in plain form names, or 0. */
    int month(String phrase) {
        return months.getOrDefault(phrase, 0);
    }

    @Nullable Part part(String phrase) {
        return parts.get(phrase);
    }

    private static CalendarWords read() {
        CalendarWords words = new CalendarWords();
        try (InputStream in = CalendarWords.class.getResourceAsStream("calendar.txt")) {
            if (in == null) {
                throw new IllegalStateException("calendar.txt is missing");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String meaning = line.substring(0, colon);
        for (String phrase : line.substring(colon + 1).split(",", -1)) {
            String plain = PlainText.of(phrase.strip()).toString();
            if (CharForms.isDigit(meaning.charAt(0))) {
                months.put(plain, Integer.valueOf(meaning));
            } else {
                parts.put(plain, Part.valueOf(meaning.toUpperCase(Locale.ROOT)));
            }
        }
    }
}
