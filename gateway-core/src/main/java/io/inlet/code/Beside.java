package io.inlet.code;

/**
 * Finds phrases by where they stand, in time that grows with the logarithm of how many there are.
 * For one text and thread.
 */
final class Beside {
    /** No phrase is longer. */
    private static final int LONGEST = 80;

    static final int NONE = -1;

    private final Hits hits;

    Beside(Hits hits) {
        this.hits = hits;
    }

    /** The longest phrase with a cue that starts there, or {@link #NONE}. */
    int startingAt(int at, Cue cue) {
        int longest = NONE;
        if (!hits.starts(at, cue)) {
            return longest;
        }
        int hit = after(at);
        while (hit < hits.count() && hits.to(hit) <= at + LONGEST) {
            if (hits.from(hit) == at && hits.cue(hit) == cue) {
                longest = hit;
            }
            hit++;
        }
        return longest;
    }

    /** The longest phrase with a cue that ends there, or {@link #NONE}. */
    int endingAt(int at, Cue cue) {
        if (!hits.ends(at, cue)) {
            return NONE;
        }
        int hit = after(at - 1);
        while (hit < hits.count() && hits.to(hit) == at) {
            if (hits.cue(hit) == cue) {
                return hit;
            }
            hit++;
        }
        return NONE;
    }

    /** The first phrase that ends after a place. Phrases stand by their ends. */
    int after(int at) {
        int low = 0;
        int high = hits.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.to(middle) > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
