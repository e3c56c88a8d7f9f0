package io.inlet.smpp;

import java.net.InetSocketAddress;
import java.util.List;

/** What must be known before a carrier can be called. */
sealed interface Dialing {
    /**
     * Whom to call and what to say.
     *
     * @param place where the carrier listens
     * @param addresses how many addresses its host has
     * @param requests the first thing said in each session of the bind, in their order
     */
    record Ready(InetSocketAddress place, int addresses, List<BindRequest> requests)
            implements Dialing {}

    /** Not now. The detail holds no secret. */
    record Failed(EndReason reason, String detail) implements Dialing {}
}
