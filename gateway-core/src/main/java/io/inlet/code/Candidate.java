package io.inlet.code;

/**
 * Something in a text that could be a code by its looks.
 *
 * @param from its first character, a prefix such as {@code G-} included
 * @param to after its last
 * @param code without separators and prefix, letters in their own case
 * @param shape how it looks
 */
record Candidate(int from, int to, String code, Shape shape) {

    private static final int SHORT = 5;

    enum Shape {
        /** Three to ten digits, alone or in groups. */
        DIGITS,
        /** Digits after the issuer's letter and a hyphen. */
        PREFIXED,
        /** Letters and digits. */
        MIXED,
        /** Capital letters alone. */
        LETTERS,
        /** After a host name and a hash, for the browser: WICG, Origin-bound one-time codes. */
        BOUND
    }

    int length() {
        return code.length();
    }

    /** Whether it is rather an amount or a count: "500000", "2500". */
    boolean isRound() {
        return code.endsWith("000") || (code.endsWith("00") && code.length() <= SHORT);
    }
}
