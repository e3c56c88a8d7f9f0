package io.inlet.smpp;

import java.net.InetSocketAddress;

/** What must be known before a carrier can be called. */
sealed interface Dialing {
    /** Whom to call and what to say. */
    record Ready(InetSocketAddress address, BindRequest request) implements Dialing {}

    /** Not now. The detail holds no secret. */
    record Failed(EndReason reason, String detail) implements Dialing {}
}
