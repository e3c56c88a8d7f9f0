package io.inlet.code;

import org.jspecify.annotations.Nullable;

/**
 * One to four digits in a row in a text.
 *
 * @param from its first
 * @param to after its last
 * @param value what they say
 */
record DigitRun(int from, int to, int value) {
    private static final int MOST = 4;
    private static final int SIXTY = 60;

    /** The digits that start there, or null if there are none, or more than four. */
    static @Nullable DigitRun at(PlainText text, int from) {
        int value = 0;
        int to = from;
        while (to - from <= MOST && CharForms.isDigit(text.at(to))) {
            value = value * 10 + text.at(to) - '0';
            to++;
        }
        return to == from || to - from > MOST ? null : new DigitRun(from, to, value);
    }

    /** As {@link #at}, after a space if one is there. */
    static @Nullable DigitRun near(PlainText text, int from) {
        return at(text, text.at(from) == ' ' ? from + 1 : from);
    }

    /** The two digits of a minute or a second that start there, or null. */
    static @Nullable DigitRun minute(PlainText text, int from) {
        DigitRun run = at(text, from);
        return run == null || run.length() != 2 || run.value >= SIXTY ? null : run;
    }

    int length() {
        return to - from;
    }

    boolean isShort() {
        return length() <= 2;
    }
}
