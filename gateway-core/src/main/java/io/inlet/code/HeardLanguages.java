package io.inlet.code;

/** Which languages the phrases of a text belong to. Filled once, then read. For one thread. */
final class HeardLanguages {
    /** Little words of a language that show that a text is in it. */
    private static final int ENOUGH_COMMON = 2;

    /** Per cent of the likeliest language's weight that make a language likely too. */
    private static final long NEARLY = 55;

    private final int[] weights;
    private final int[] commonWords;

    HeardLanguages(int languages) {
        this.weights = new int[languages];
        this.commonWords = new int[languages];
    }

    // A long phrase shows a language more than a short one, a little word more than a name.
    void hear(int length, Phrase.Sense sense) {
        boolean common = sense.cue() == Cue.COMMON;
        if (sense.isTelling()) {
            sense.languages().count(weights, common ? 2 * length : length);
        }
        if (common) {
            sense.languages().count(commonWords, 1);
        }
    }

    /** The languages that the text is likely in; none if it has no phrase of any. */
    LanguageSet likeliest() {
        int most = 0;
        for (int weight : weights) {
            most = Math.max(most, weight);
        }
        long low = 0;
        long high = 0;
        for (int i = 0; most > 0 && i < weights.length; i++) {
            if (weights[i] * 100L >= most * NEARLY) {
                low |= i < Long.SIZE ? 1L << i : 0;
                high |= i < Long.SIZE ? 0 : 1L << (i - Long.SIZE);
            }
        }
        return new LanguageSet(low, high);
    }

    /** Whether little words show that the text is in a language that is known. */
    boolean isKnown() {
        for (int words : commonWords) {
            if (words >= ENOUGH_COMMON) {
                return true;
            }
        }
        return false;
    }
}
