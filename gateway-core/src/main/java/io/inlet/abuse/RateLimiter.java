package io.inlet.abuse;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Holds what is done under each key to a rate, by the generic cell rate algorithm (ITU-T I.371,
 * annex A): for each key it keeps one instant, at which the next request would come if all came
 * evenly. Any thread.
 *
 * @param <K> what is counted apart: a key, a tenant, a lease
 */
public final class RateLimiter<K> {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ConcurrentHashMap<K, Long> dueAt = new ConcurrentHashMap<>();
    private final int mostKeys;
    private final LongSupplier nanoTime;
    private final long origin;

    /**
     * @param mostKeys how many keys are remembered; while so many are busy at once, one that is not
     *     among them is not limited
     * @param nanoTime as {@link System#nanoTime}
     */
    public RateLimiter(int mostKeys, LongSupplier nanoTime) {
        this.mostKeys = mostKeys;
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
    }

    /** Counts a request, or says when it may come again; then it is not counted. */
    public Allowance take(K key, Rate rate) {
        long now = nanoTime.getAsLong() - origin;
        if (dueAt.size() >= mostKeys && !dueAt.containsKey(key)) {
            dueAt.values().removeIf(due -> due <= now);
            if (dueAt.size() >= mostKeys) {
                return new Allowance(rate, 0, Duration.ZERO);
            }
        }
        long apart = SECOND / rate.perSecond();
        long ahead = apart * (rate.burst() - 1L);
        long[] late = new long[1];
        long due =
                dueAt.compute(
                        key,
                        (_, last) -> {
                            long from = last == null ? now : Math.max(last, now);
                            late[0] = from - now - ahead;
                            return late[0] > 0 ? from : from + apart;
                        });
        return late[0] > 0
                ? new Allowance(rate, 0, Duration.ofNanos(late[0]))
                : new Allowance(rate, (int) ((ahead + apart - (due - now)) / apart), Duration.ZERO);
    }

    /** How many keys are remembered. */
    public int size() {
        return dueAt.size();
    }
}
