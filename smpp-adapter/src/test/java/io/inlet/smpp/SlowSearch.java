package io.inlet.smpp;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Climbs to the slowest input of one target: of the slowest few, one is changed, and stays if it
 * takes longer. An input counts by its thread CPU time, the best of five, once it is warm.
 */
final class SlowSearch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A millisecond; more where others take the processor's caches meanwhile. */
    private static final long MOST_NANOS = Long.getLong("inlet.fuzz.mostMicros", 1_000) * 1_000;

    private static final int KEPT = 8;
    private static final int REPEATS = 5;

    /** What the compilers do not know yet is warmed so often, and again, before it is judged. */
    private static final int WARMING = 100;

    private static final int PATIENCE = 10;

    private final FuzzTarget target;
    private final Stretches stretches;
    private final @Nullable Stretch[] slowest = new Stretch[KEPT];
    private final long[] nanos = new long[KEPT];
    private long tried;

    SlowSearch(FuzzTarget target, Stretches stretches) {
        this.target = target;
        this.stretches = stretches;
    }

    void run(long forNanos) {
        long until = System.nanoTime() + forNanos;
        while (System.nanoTime() - until < 0) {
            Stretch one = slowest[stretches.random(KEPT)];
            take(one == null || tried % 2 == 0 ? stretches.fresh() : stretches.like(one));
        }
        for (int i = 0; i < KEPT; i++) {
            Stretch kept = slowest[i];
            nanos[i] = kept == null ? 0 : settled(kept);
        }
    }

    // The first ones were timed before the compilers knew the decoder.
    private long settled(Stretch stretch) {
        FuzzCase input = stretch.whole();
        warm(target.decoder(), input);
        return judged(target.decoder(), input);
    }

    /** Tries an input. */
    void take(Stretch stretch) {
        tried++;
        int quickest = quickest();
        FuzzCase input = stretch.whole();
        FuzzedDecoder<?> decoder = target.decoder();
        if (once(decoder, input) <= nanos[quickest]) {
            return;
        }
        long best = judged(decoder, input);
        if (best > nanos[quickest]) {
            nanos[quickest] = best;
            slowest[quickest] = stretch;
        }
    }

    private int quickest() {
        int at = 0;
        for (int i = 1; i < KEPT; i++) {
            at = nanos[i] < nanos[at] ? i : at;
        }
        return at;
    }

    private int slowest() {
        int at = 0;
        for (int i = 1; i < KEPT; i++) {
            at = nanos[i] > nanos[at] ? i : at;
        }
        return at;
    }

    private long judged(FuzzedDecoder<?> decoder, FuzzCase input) {
        long best = bestOfFive(decoder, input);
        for (int round = 0; best > MOST_NANOS && round < PATIENCE; round++) {
            warm(decoder, input);
            best = bestOfFive(decoder, input);
        }
        return best;
    }

    private void warm(FuzzedDecoder<?> decoder, FuzzCase input) {
        for (int i = 0; i < WARMING; i++) {
            once(decoder, input);
        }
    }

    private long bestOfFive(FuzzedDecoder<?> decoder, FuzzCase input) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            best = Math.min(best, once(decoder, input));
        }
        return best;
    }

    private long once(FuzzedDecoder<?> decoder, FuzzCase input) {
        long before = THREADS.getCurrentThreadCpuTime();
        Object result = decoder.read(input);
        try {
            return THREADS.getCurrentThreadCpuTime() - before;
        } finally {
            Reference.reachabilityFence(result); // or its making might be optimised away
        }
    }

    boolean isTooSlow() {
        return nanos[slowest()] > MOST_NANOS;
    }

    /** The slowest input, and how slow it is. */
    String report() {
        int at = slowest();
        return String.format(
                Locale.ROOT,
                "%-8s %7d inputs of 64 KiB, at most %4d us of CPU time %s: %s",
                target,
                tried,
                nanos[at] / 1_000,
                isTooSlow() ? "TOO SLOW" : "each",
                slowest[at]);
    }
}
