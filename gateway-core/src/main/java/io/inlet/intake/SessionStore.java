package io.inlet.intake;

import io.inlet.sms.BindId;
import io.inlet.sms.SessionId;
import java.time.Instant;
import java.util.UUID;

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
     * The carrier is proven to have the ESME_ROK of everything that arrived on the session before
     * {@code until}, but for what {@link #unproven} named. Never moves back.
     */
    void proven(SessionId session, Instant until);

    /** The answer to this arrival was late or an error, so nothing proves that it was heard. */
    void unproven(UUID fingerprint);

    /**
     * A session has ended.
     *
     * @param reason the enumerated reason, as logged
     */
    void closed(SessionId session, Instant at, String reason);
}
