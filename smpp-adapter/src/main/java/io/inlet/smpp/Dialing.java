package io.inlet.smpp;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be known before a carrier can be called. */
sealed interface Dialing {
    /**
     * Whom to call and what to say.
     *
     * @param place where the carrier listens
     * @param addresses how many addresses its host has
     * @param tls our end of TLS, or null
     * @param requests the first thing said in each session of the bind, in their order
     */
    record Ready(
            InetSocketAddress place,
            int addresses,
            @Nullable TlsClient tls,
            List<BindRequest> requests)
            implements Dialing {}

    /** Not now. The detail holds no secret. */
    record Failed(EndReason reason, String detail) implements Dialing {}
}
