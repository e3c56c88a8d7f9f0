package io.inlet.smpp;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a carrier is read from, and when it was last heard. A pause also stops enquire_link, so
 * every reason for one ends soon. Owned by the channel's event loop.
 */
final class ReadGate {
    /** Why nothing is read. */
    enum Reason {
        /** The carrier does not read what we write; ends with the write timer. */
        SLOW_CARRIER,
        /** More than we hold, and answering each with an error only feeds the storm: 50 ms. */
        OVERLOAD,
        /** The last answers are on their way out; ends with the response budget. */
        STOPPING
    }

    private final Channel channel;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private final FrameDecoder decoder;
    private long lastHeardNanos = System.nanoTime();
    private long resumedNanos = lastHeardNanos;

    ReadGate(Channel channel, FrameDecoder decoder) {
        this.channel = channel;
        this.decoder = decoder;
    }

    /** Returns false if reading had stopped for this reason already. */
    boolean pause(Reason reason) {
        boolean isNew = reasons.add(reason);
        channel.config().setAutoRead(false);
        return isNew;
    }

    boolean isPaused() {
        return !reasons.isEmpty();
    }

    void resume(Reason reason) {
        if (reasons.remove(reason) && reasons.isEmpty()) {
            lastHeardNanos = System.nanoTime(); // silence was ours until now
            resumedNanos = lastHeardNanos;
            channel.config().setAutoRead(true);
        }
    }

    /** A complete PDU has come. */
    void heard() {
        lastHeardNanos = System.nanoTime();
    }

    /** When a complete PDU came last. */
    long lastHeardNanos() {
        return lastHeardNanos;
    }

    /** Whether the carrier takes longer than that for one PDU, while it is read from. */
    boolean isWithinPduFor(Duration time, long nowNanos) {
        return !isPaused() && decoder.isWithinPduFor(time, resumedNanos, nowNanos);
    }
}
