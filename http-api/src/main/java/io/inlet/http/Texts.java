package io.inlet.http;

import org.jspecify.annotations.Nullable;

/** Checks of text that people send: the database takes neither NUL nor half a surrogate pair. */
final class Texts {
    /** Of a carrier or a bind. */
    static final int LONGEST_NAME = 63;

    private static final int MOST_SHOWN = 40;

    private Texts() {}

    /**
     * An optional text.
     *
     * @param most how many UTF-16 units at most
     * @throws RefusedException if it is longer or holds control characters
     */
    static @Nullable String optional(String field, @Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        if (text.length() > most) {
            throw refused(field, "at most " + most + " characters");
        }
        if (!isClean(text)) {
            throw refused(field, "text without control characters");
        }
        return text;
    }

    /**
     * A text that must be there and not be blank.
     *
     * @throws RefusedException otherwise, and as {@link #optional}
     */
    static String required(String field, @Nullable String text, int most) {
        String clean = optional(field, text, most);
        if (clean == null || clean.isBlank()) {
            throw refused(field, "a text that is not empty");
        }
        return clean;
    }

    static RefusedException refused(String field, String expected) {
        return new RefusedException(Problem.badRequest(field + ": expected " + expected));
    }

    /** A name that somebody made up, fit to be shown back. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.chars()
                .limit(MOST_SHOWN)
                .forEach(c -> shown.append(c > ' ' && c < 0x7f ? (char) c : '?'));
        return shown.toString();
    }

    private static boolean isClean(String text) {
        return text.codePoints().allMatch(Texts::isClean);
    }

    private static boolean isClean(int c) {
        return c == '\n'
                || c == '\t'
                || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
