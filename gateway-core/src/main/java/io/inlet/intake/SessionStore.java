package io.inlet.intake;

import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.SessionId;
import java.time.Instant;

/**
 * Keeps what is known of sessions, so that what the carrier is proven to have heard survives a
 * kill. The adapter calls it from a thread of its own, never from an event loop; calls block and
 * may throw {@link StoreUnavailableException}, after which they are tried again.
 */
public interface SessionStore {
    /** The id of a bind, made when the name is new. */
    BindId register(String carrier, String bind);

    /** A session has bound. */
    void opened(SessionId session, BindId bind, Instant at);

    /**
     * The carrier is proven to have the ESME_ROK of all these arrivals on the session. Takes the
     * place of what was told before; of two, the one that reaches further stays.
     */
    void proven(SessionId session, Answered answered);

    /**
     * A session has ended.
     *
     * @param reason the enumerated reason, as logged
     */
    void closed(SessionId session, Instant at, String reason);

    /**
     * An attempt at a session came to nothing: told for each reason once, until the bind is bound
     * again or an operator changes or commands it. Repeated after an unknown outcome, it may be
     * told twice.
     *
     * @param reason the enumerated reason, as logged
     * @param detail more in a few words of our own, such as the host that has no address; may be
     *     empty
     */
    void missed(BindId bind, String reason, String detail);
}
