package io.inlet.smpp;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * How long something took within the last minute: counts by duration, in steps of an eighth, up to
 * some 9 minutes. 5 KB. One thread counts, any thread reads.
 */
final class RecentTimes {
    private static final int STEP_BITS = 3;
    private static final int STEPS = 1 << STEP_BITS;
    private static final int LONGEST_MICROS = (1 << 29) - 1;
    private static final int BUCKETS = bucket(LONGEST_MICROS) + 1;

    private static final int WINDOWS = 6;
    private static final int WINDOW_SECONDS = 10;

    private final AtomicIntegerArray counts = new AtomicIntegerArray(WINDOWS * BUCKETS);
    private final AtomicLongArray epochs = new AtomicLongArray(WINDOWS);

    /** Once, in this second, it took so long; less than nothing counts as nothing. */
    void count(Duration took, long second) {
        long epoch = second / WINDOW_SECONDS;
        int window = Math.floorMod(epoch, WINDOWS);
        if (epochs.getPlain(window) != epoch) {
            for (int i = 0; i < BUCKETS; i++) {
                counts.setPlain(window * BUCKETS + i, 0);
            }
            epochs.setRelease(window, epoch);
        }
        long micros = Math.clamp(TimeUnit.NANOSECONDS.toMicros(took.toNanos()), 0, LONGEST_MICROS);
        int index = window * BUCKETS + bucket((int) micros);
        counts.setRelease(index, counts.getPlain(index) + 1);
    }

    /**
     * The time within which that share of the last minute's were done, an eighth too long at most.
     *
     * @param share more than 0 and at most 1
     * @return null if there were none
     */
    @Nullable Duration within(double share, long second) {
        int[] sums = sums(second / WINDOW_SECONDS);
        long all = 0;
        for (int sum : sums) {
            all += sum;
        }
        long left = (long) Math.ceil(all * share);
        for (int i = 0; i < BUCKETS && all > 0; i++) {
            left -= sums[i];
            if (left <= 0) {
                return Duration.of(longest(i), ChronoUnit.MICROS);
            }
        }
        return null;
    }

    private int[] sums(long epoch) {
        int[] sums = new int[BUCKETS];
        for (int window = 0; window < WINDOWS; window++) {
            if (epoch - epochs.getAcquire(window) < WINDOWS) {
                for (int i = 0; i < BUCKETS; i++) {
                    sums[i] += counts.getAcquire(window * BUCKETS + i);
                }
            }
        }
        return sums;
    }

    // The highest bit and the three below it name the bucket.
    private static int bucket(int micros) {
        int shift =
                Math.max(0, Integer.SIZE - 1 - STEP_BITS - Integer.numberOfLeadingZeros(micros));
        return shift * STEPS + (micros >> shift);
    }

    private static long longest(int bucket) {
        int shift = Math.max(0, bucket / STEPS - 1);
        return ((long) (bucket - shift * STEPS + 1) << shift) - 1;
    }
}
