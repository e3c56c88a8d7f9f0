package io.inlet.smpp;

import io.netty.channel.Channel;
import java.util.EnumSet;
import java.util.Set;

/**
 * Stops reading from a carrier for a while; also stops enquire_link, so every reason is one that
 * ends soon. Owned by the channel's event loop.
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

    ReadGate(Channel channel) {
        this.channel = channel;
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
            channel.config().setAutoRead(true);
        }
    }
}
