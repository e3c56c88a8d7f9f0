package io.inlet.code;

/**
 * Something in a text that could be a code by its looks.
 *
 * @param from its first character
 * @param to after its last
 * @param code without separators and prefix
 * @param shape how it looks
 * @param numberBefore where the number before it ends, or 0
 */
record Candidate(int from, int to, String code, Shape shape, int numberBefore) {

    enum Shape {
        /** Three to eight digits, alone or in equal groups. */
        DIGITS,
        /** Digits after the issuer's letter and a hyphen. */
        PREFIXED,
        /** Letters and digits. */
        MIXED,
        /** After a host name and a hash, for the browser: WICG, Origin-bound one-time codes. */
        BOUND
    }
}
