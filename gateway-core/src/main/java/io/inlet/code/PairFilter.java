package io.inlet.code;

/**
 * Which two characters may begin a phrase. Small enough to stay near, and passes over most places
 * amid a word. Filled once, then only read, by any thread.
 */
final class PairFilter {
    private static final int BITS = 14;

    private final long[] pairs = new long[(1 << BITS) / Long.SIZE];

    /** Adds the beginning of a phrase. */
    void add(String phrase) {
        if (phrase.length() > 1) {
            add(phrase.charAt(0), phrase.charAt(1));
            return;
        }
        for (char next = 0; next < Character.MAX_VALUE; next++) {
            add(phrase.charAt(0), next);
        }
    }

    private void add(char first, char second) {
        int pair = pair(first, second);
        pairs[pair / Long.SIZE] |= 1L << pair;
    }

    /** Whether they begin a phrase; sometimes true where they do not. */
    boolean has(char first, char second) {
        int pair = pair(first, second);
        return (pairs[pair / Long.SIZE] & (1L << pair)) != 0;
    }

    private static int pair(char first, char second) {
        return (first * 131 + second) & ((1 << BITS) - 1);
    }
}
