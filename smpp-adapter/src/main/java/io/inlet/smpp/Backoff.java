package io.inlet.smpp;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubling from the first wait to the most, each wait a
 * quarter longer or shorter by chance, so that many binds do not come at once. Owned by the bind's
 * event loop.
 */
final class Backoff {
    /** Eight times the first wait at least, after a refusal that haste makes worse. */
    private static final int PATIENT_STEP = 3;

    private static final int LAST_STEP = 30;
    private static final double JITTER = 0.25;

    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;
    private int step = -1;
    private int attempts;

    Backoff(BindTimers timers, RandomGenerator random) {
        this.first = timers.reconnectFirst();
        this.most = timers.reconnectMost();
        this.random = random;
    }

    /** The wait after an attempt that ended so. */
    Duration next(EndReason reason) {
        attempts++;
        step = Math.min(step + 1, LAST_STEP);
        if (reason.asksForPatience()) {
            step = Math.max(step, PATIENT_STEP);
        }
        return jittered(Math.min((double) most.toNanos(), (double) first.toNanos() * (1L << step)));
    }

    /** The wait before another host is tried: the first one, however many attempts there were. */
    Duration first() {
        attempts++;
        return jittered((double) first.toNanos());
    }

    private Duration jittered(double nanos) {
        return Duration.ofNanos((long) (nanos * random.nextDouble(1 - JITTER, 1 + JITTER)));
    }

    /** A session lasted: the next wait is the first again. */
    void reset() {
        step = -1;
        attempts = 0;
    }

    /** Attempts since the last session that lasted. */
    int attempts() {
        return attempts;
    }
}
