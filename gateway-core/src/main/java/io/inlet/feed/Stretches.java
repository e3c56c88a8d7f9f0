package io.inlet.feed;

import java.util.Map;
import java.util.TreeMap;

/**
 * The parts of one tenant's sequence that this gateway published itself. Lanes may publish out of
 * order, and other gateways write what lies between. Bounded: the lowest parts are forgotten. Not
 * thread-safe.
 */
final class Stretches {
    private static final int MOST = 32;

    /** Last by first number; neither do they overlap nor touch. */
    private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();

    /** Adds one number. */
    void add(long sequence) {
        long first = sequence;
        long last = sequence;
        Map.Entry<Long, Long> before = lastByFirst.floorEntry(sequence);
        if (before != null && before.getValue() >= sequence - 1) {
            first = before.getKey();
            last = Math.max(last, before.getValue());
        }
        Long after = lastByFirst.remove(last + 1);
        lastByFirst.put(first, after == null ? last : after);
        if (lastByFirst.size() > MOST) {
            lastByFirst.pollFirstEntry();
        }
    }

    /** The last number such that it and all others after {@code sequence} were added. */
    long through(long sequence) {
        Map.Entry<Long, Long> stretch = lastByFirst.floorEntry(sequence + 1);
        return stretch == null ? sequence : Math.max(sequence, stretch.getValue());
    }
}
