package io.inlet.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the phrases of one language: lines of {@code kind: phrase, phrase}, of which {@code
 * languages/en.txt} is the model.
 */
final class LanguageFile {
    private final String tag;
    private final LanguageSet language;
    private final Reader reader;
    private int line;

    /** Takes what stands in files. */
    interface Reader {
        void phrase(String plain, Phrase.Sense sense);

        /** A line that is none, or a file that is not there, in words for a person. */
        void fault(String fault);
    }

    private LanguageFile(String tag, LanguageSet language, Reader reader) {
        this.tag = tag;
        this.language = language;
        this.reader = reader;
    }

    /**
     * The tags of all languages that there are files of, as {@code languages/all.txt} lists them.
     */
    static List<String> tags() {
        return Objects.requireNonNull(lines("all")).stream()
                .filter(l -> !isComment(l))
                .map(String::strip)
                .toList();
    }

    /**
     * Reads one language: all of its phrases that can be read, and all of its faults, each with
     * file and line.
     */
    static void read(String tag, LanguageSet language, Reader reader) {
        List<String> lines = lines(tag);
        if (lines == null) {
            reader.fault("languages/" + tag + ".txt is missing; languages/all.txt names it");
            return;
        }
        LanguageFile file = new LanguageFile(tag, language, reader);
        for (String line : lines) {
            file.line++;
            if (!isComment(line)) {
                file.line(line);
            }
        }
    }

    private static @Nullable List<String> lines(String name) {
        String file = "languages/" + name + ".txt";
        try (InputStream in = LanguageFile.class.getResourceAsStream(file)) {
            if (in == null) {
                return null;
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
            wrong("has no kind; write 'kind: phrase, phrase'");
            return;
        }
        String kind = line.substring(0, colon).strip();
        if (kind.equals("language")) {
            return;
        }
        Cue cue = cue(kind);
        if (cue == null) {
            wrong("has the unknown kind '" + kind + "'");
            return;
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
        if (cue != Cue.SPOKEN && cue != Cue.SPAN) {
            phrase(cue, cue.seconds(), written);
            return;
        }
        int equals = written.lastIndexOf('=');
        if (equals < 0) {
            wrong("says no number for '" + written + "'; write 'ten=10'");
            return;
        }
        Integer value = number(written.substring(equals + 1).strip());
        if (value != null) {
            phrase(cue, value, written.substring(0, equals).strip());
        }
    }

    private void phrase(Cue cue, int value, String phrase) {
        boolean openStart = phrase.startsWith("*");
        boolean openEnd = phrase.endsWith("*") && phrase.length() > 1;
        String bare = phrase.substring(openStart ? 1 : 0, phrase.length() - (openEnd ? 1 : 0));
        String plain = PlainText.of(bare).toString();
        if (plain.isBlank() || plain.indexOf('*') >= 0) {
            wrong("has the phrase '" + phrase + "', which is empty or has a star inside");
            return;
        }
        reader.phrase(plain, new Phrase.Sense(cue, language, value, openStart, openEnd));
    }

    private @Nullable Integer number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException _) {
            wrong("has '" + digits + "' where a number belongs");
            return null;
        }
    }

    private void wrong(String what) {
        reader.fault("languages/" + tag + ".txt, line " + line + ", " + what);
    }
}
