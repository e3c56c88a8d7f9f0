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
    private static final int DATE = 6;
    private static final int FEW = 3;
    private static final int FIRST_YEAR = 24;
    private static final int LAST_YEAR = 35;

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

    /**
     * Whether it is rather an amount or a count ("500000"), a day of this time ("310326") or a
     * serial number ("SM-425"), if nothing names it.
     */
    boolean isRatherElse() {
        return isRound() || isDate() || isSerial();
    }

    private boolean isRound() {
        return code.endsWith("000") || (code.endsWith("00") && code.length() <= SHORT);
    }

    // Of day or year first.
    private boolean isDate() {
        if (shape != Shape.DIGITS || code.length() != DATE || to - from != DATE) {
            return false;
        }
        int first = pair(0);
        int month = pair(2);
        int last = pair(4);
        return month >= 1 && month <= 12 && (isDayOfYear(first, last) || isDayOfYear(last, first));
    }

    // Letters and then digits, as orders, seats and roads have.
    private boolean isSerial() {
        int digits = 0;
        while (digits < code.length() && Character.isLetter(code.charAt(digits))) {
            digits++;
        }
        return shape == Shape.MIXED
                && digits <= FEW
                && code.chars().skip(digits).allMatch(Character::isDigit);
    }

    private static boolean isDayOfYear(int day, int year) {
        return day >= 1 && day <= 31 && year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private int pair(int at) {
        return Integer.parseInt(code, at, at + 2, 10);
    }

    int length() {
        return code.length();
    }
}
