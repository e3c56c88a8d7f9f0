package io.inlet.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the phrases of one language: lines of {@code kind: phrase, phrase}, of which {@code
 * languages/en.txt} is the model.
 */
final class LanguageFile {
    private final String tag;
    private final LanguageSet language;
    private final BiConsumer<String, Phrase.Sense> phrases;
    private int line;

    private LanguageFile(
            String tag, LanguageSet language, BiConsumer<String, Phrase.Sense> phrases) {
        this.tag = tag;
        this.language = language;
        this.phrases = phrases;
    }

    /**
     * The tags of all languages that there are files of, as {@code languages/all.txt} lists them.
     */
    static List<String> tags() {
        return lines("all").stream().filter(l -> !isComment(l)).map(String::strip).toList();
    }

    /**
     * Reads one language.
     *
     * @throws IllegalArgumentException if a line is not one; the message names file, line and
     *     reason
     */
    static void read(String tag, LanguageSet language, BiConsumer<String, Phrase.Sense> phrases) {
        LanguageFile file = new LanguageFile(tag, language, phrases);
        for (String line : lines(tag)) {
            file.line++;
            if (!isComment(line)) {
                file.line(line);
            }
        }
    }

    private static List<String> lines(String name) {
        String file = "languages/" + name + ".txt";
        try (InputStream in = LanguageFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        file + " is missing; languages/all.txt names it");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw wrong("has no kind; write 'kind: phrase, phrase'");
        }
        String kind = line.substring(0, colon).strip();
        if (kind.equals("language")) {
            return;
        }
        Cue cue = cue(kind);
        if (cue == null) {
            throw wrong("has the unknown kind '" + kind + "'");
        }
        for (String phrase : line.substring(colon + 1).split(",", -1)) {
            phrase(cue, phrase.strip());
        }
    }

    private static @Nullable Cue cue(String kind) {
        for (Cue cue : Cue.values()) {
            if (cue.name().equals(kind.toUpperCase(Locale.ROOT))) {
                return cue;
            }
        }
        return null;
    }

    private void phrase(Cue cue, String written) {
        boolean counts = cue == Cue.SPOKEN || cue == Cue.SPAN;
        int equals = counts ? written.lastIndexOf('=') : -1;
        if (counts && equals < 0) {
            throw wrong("says no number for '" + written + "'; write 'ten=10'");
        }
        int value = counts ? number(written.substring(equals + 1).strip()) : cue.seconds();
        String phrase = counts ? written.substring(0, equals).strip() : written;
        boolean openStart = phrase.startsWith("*");
        boolean openEnd = phrase.endsWith("*") && phrase.length() > 1;
        String bare = phrase.substring(openStart ? 1 : 0, phrase.length() - (openEnd ? 1 : 0));
        String plain = PlainText.of(bare).toString();
        if (plain.isBlank() || plain.indexOf('*') >= 0) {
            throw wrong("has the phrase '" + written + "', which is empty or has a star inside");
        }
        phrases.accept(plain, new Phrase.Sense(cue, language, value, openStart, openEnd));
    }

    private int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw wrong("has '" + digits + "' where a number belongs");
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(
                "languages/" + tag + ".txt, line " + line + ", " + what);
    }
}
