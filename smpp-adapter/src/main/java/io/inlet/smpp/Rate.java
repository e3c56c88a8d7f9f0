package io.inlet.smpp;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many of something came in each of the last seconds. One thread counts, any thread reads; a
 * read while it is counted may miss the newest.
 */
final class Rate {
    /** A power of two, and more than the longest time that is asked for. */
    private static final int SECONDS_KEPT = 128;

    private final AtomicLongArray seconds = new AtomicLongArray(SECONDS_KEPT);
    private final AtomicLongArray counts = new AtomicLongArray(SECONDS_KEPT);

    /** One came in this second. */
    void count(long second) {
        int slot = (int) (second & (SECONDS_KEPT - 1));
        if (seconds.getPlain(slot) != second) {
            counts.set(slot, 0);
            seconds.setRelease(slot, second);
        }
        counts.setRelease(slot, counts.getPlain(slot) + 1);
    }

    /** So many a second over the whole seconds before this one, 1 to 100 of them. */
    double over(int length, long second) {
        long sum = 0;
        for (long past = second - length; past < second; past++) {
            int slot = (int) (past & (SECONDS_KEPT - 1));
            sum += seconds.getAcquire(slot) == past ? counts.getAcquire(slot) : 0;
        }
        return (double) sum / length;
    }
}
