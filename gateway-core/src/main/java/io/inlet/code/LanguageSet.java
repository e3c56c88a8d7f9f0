package io.inlet.code;

/**
 * A set of languages by their numbers, 0 to 127.
 *
 * @param low languages 0 to 63
 * @param high the others
 */
record LanguageSet(long low, long high) {
    static final int MOST = 2 * Long.SIZE;
    static final LanguageSet NONE = new LanguageSet(0, 0);

    static LanguageSet of(int language) {
        return language < Long.SIZE
                ? new LanguageSet(1L << language, 0)
                : new LanguageSet(0, 1L << (language - Long.SIZE));
    }

    LanguageSet with(LanguageSet other) {
        return new LanguageSet(low | other.low, high | other.high);
    }

    boolean meets(LanguageSet other) {
        return ((low & other.low) | (high & other.high)) != 0;
    }

    boolean isEmpty() {
        return low == 0 && high == 0;
    }

    int size() {
        return Long.bitCount(low) + Long.bitCount(high);
    }

    boolean has(int language) {
        return ((language < Long.SIZE ? low : high) & (1L << language)) != 0;
    }

    /** Adds a weight to that of every language in this set. */
    void count(long[] weights, long weight) {
        count(low, weights, 0, weight);
        count(high, weights, Long.SIZE, weight);
    }

    private static void count(long bits, long[] weights, int first, long weight) {
        long left = bits;
        while (left != 0) {
            weights[first + Long.numberOfTrailingZeros(left)] += weight;
            left &= left - 1;
        }
    }
}
