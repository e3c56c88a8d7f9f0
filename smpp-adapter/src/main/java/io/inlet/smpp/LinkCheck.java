package io.inlet.smpp;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Our enquire_links: each shows that the carrier is alive, and its answer proves that the carrier
 * has read every answer that left before it, since TCP keeps order. Owned by the session's event
 * loop.
 */
final class LinkCheck {
    /** What became of a check. */
    enum Outcome {
        FINE,
        /** Time for an enquire_link. */
        DUE,
        /** Nothing at all came after the last one. */
        DEAD
    }

    private final BindTimers timers;
    private final Window window;
    private final Supplier<Instant> clock;

    private long sentNanos;
    private @Nullable Marker outstanding;
    private Instant provenUntil = Instant.EPOCH;

    LinkCheck(BindTimers timers, Window window, Supplier<Instant> clock) {
        this.timers = timers;
        this.window = window;
        this.clock = clock;
    }

    /** The session has bound: the interval begins. */
    void start(long nowNanos) {
        sentNanos = nowNanos;
    }

    /**
     * Looks at the time.
     *
     * @param lastFrameNanos when the last complete PDU came
     */
    Outcome check(long nowNanos, long lastFrameNanos) {
        long elapsed = nowNanos - sentNanos;
        if (outstanding != null) {
            if (elapsed <= timers.enquireLinkAnswer().toNanos()) {
                return Outcome.FINE;
            }
            if (lastFrameNanos - sentNanos <= 0) {
                return Outcome.DEAD;
            }
            // Alive, but its answer is lost or still behind other PDUs: proves nothing.
            outstanding = null;
        }
        boolean due =
                elapsed >= timers.enquireLink().toNanos()
                        || (elapsed >= timers.proof().toNanos()
                                && window.hasClearSince(provenUntil));
        return due ? Outcome.DUE : Outcome.FINE;
    }

    /** A request leaves whose answer will prove what left before it. */
    void sent(int sequence, long nowNanos) {
        sentNanos = nowNanos;
        outstanding = new Marker(sequence, window.answeredUntil(clock.get()));
    }

    /**
     * An answer came.
     *
     * @return before which instant all answers are now proven to be heard, or null if that is
     *     nothing new
     */
    @Nullable Instant answered(int sequence) {
        Marker marker = outstanding;
        if (marker == null || marker.sequence != sequence) {
            return null;
        }
        outstanding = null;
        if (!marker.until.isAfter(provenUntil)) {
            return null;
        }
        provenUntil = marker.until;
        return provenUntil;
    }

    private record Marker(int sequence, Instant until) {}
}
