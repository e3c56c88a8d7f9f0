package io.inlet.app.demo;

import io.inlet.simulator.DeliveryObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers when the carrier sent each segment; {@link System#nanoTime}. Any thread. */
public final class SendTimes implements DeliveryObserver {
    private final Map<Long, Long> sent = new ConcurrentHashMap<>();

    @Override
    public void sent(long segment, long nanos) {
        sent.put(segment, nanos);
    }

    /** When the last of some segments went out, or the largest long if one has not. */
    long last(long first, int segments) {
        long last = Long.MIN_VALUE;
        for (long segment = first; segment < first + segments; segment++) {
            last = Math.max(last, sent.getOrDefault(segment, Long.MAX_VALUE));
        }
        return last;
    }
}
