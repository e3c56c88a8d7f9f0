package io.inlet.simulator.run;

import io.inlet.simulator.DeliveryObserver;
import java.time.Duration;
import java.util.Arrays;

/**
 * Latencies, counted in buckets that are at most 1.6 % wide: from the instant at which a message
 * was to go out for the first time to its ESME_ROK. Any thread.
 */
final class Latencies implements DeliveryObserver {
    private static final int SUB_BITS = 6;
    private static final int SUBS = 1 << SUB_BITS;

    private final long[] counts = new long[(64 - SUB_BITS + 1) * SUBS];
    private long total;

    @Override
    public void answered(Answer answer) {
        if (answer.status() == 0) {
            add(answer.answeredNanos() - answer.intendedNanos());
        }
    }

    synchronized void add(long nanos) {
        counts[bucket(Math.max(0, nanos))]++;
        total++;
    }

    /** The latency that this share of messages did not exceed; zero if there was none. */
    synchronized Duration percentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (total > 0 && seen >= rank) {
                return Duration.ofNanos(top(bucket));
            }
        }
        return Duration.ZERO;
    }

    /** Forgets everything. */
    synchronized void clear() {
        Arrays.fill(counts, 0);
        total = 0;
    }

    // Values under 64 have a bucket each; above, every power of two has 64.
    private static int bucket(long nanos) {
        int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(nanos | 1) - SUB_BITS);
        return shift * SUBS + (int) (nanos >>> shift);
    }

    private static long top(int bucket) {
        int shift = Math.max(0, bucket / SUBS - 1);
        long start = bucket - (long) shift * SUBS;
        return ((start + 1) << shift) - 1;
    }
}
