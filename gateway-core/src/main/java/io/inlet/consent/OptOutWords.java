package io.inlet.consent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Knows the texts by which people ask to receive no more, in some forty languages. Only a text that
 * is one of them as a whole counts: many messages with codes end in "Reply STOP". Immutable; any
 * thread.
 */
public final class OptOutWords {
    /** The words that come with the gateway. */
    public static final OptOutWords BUILT_IN = load();

    /** Far above the longest of them: a longer text is not even folded. */
    private static final int LONGEST = 60;

    private final Set<String> words;

    private OptOutWords(Set<String> words) {
        this.words = Set.copyOf(words);
    }

    /** Whether a text is an opt-out and nothing else. */
    public boolean contains(String text) {
        return text.length() <= LONGEST && words.contains(folded(text));
    }

    private static OptOutWords load() {
        Set<String> words = new HashSet<>();
        try (InputStream in =
                        Objects.requireNonNull(
                                OptOutWords.class.getResourceAsStream("opt-out-words.txt"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> folded(line.substring(line.indexOf('\t') + 1)))
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OptOutWords(words);
    }

    // Vowel signs of Indic scripts are marks that spell the word; accents are marks that are not.
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        boolean gap = false;
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        for (int i = 0, c; i < apart.length(); i += Character.charCount(c)) {
            c = apart.codePointAt(i);
            if (Character.isLetterOrDigit(c) || isSpelling(c)) {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                folded.appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                gap = true;
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT).replace('ı', 'i');
    }

    private static boolean isSpelling(int c) {
        boolean mark =
                Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return mark
                && (script == Character.UnicodeScript.DEVANAGARI
                        || script == Character.UnicodeScript.THAI);
    }
}
