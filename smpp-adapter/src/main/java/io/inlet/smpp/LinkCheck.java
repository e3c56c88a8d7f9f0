package io.inlet.smpp;

import io.inlet.sms.Answered;
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
        window.settle(nowNanos);
        if (outstanding != null) {
            if (!isOverdue(nowNanos)) {
                return Outcome.FINE;
            }
            if (lastFrameNanos - sentNanos <= 0) {
                return Outcome.DEAD;
            }
            // Alive, but its answer is lost or still behind other PDUs.
            giveUp();
        }
        long elapsed = nowNanos - sentNanos;
        boolean due =
                elapsed >= timers.enquireLink().toNanos()
                        || (elapsed >= timers.proof().toNanos() && window.hasUndecided());
        return due ? Outcome.DUE : Outcome.FINE;
    }

    private boolean isOverdue(long nowNanos) {
        return nowNanos - sentNanos > timers.enquireLinkAnswer().toNanos();
    }

    private void giveUp() {
        if (outstanding != null) {
            window.unproven(outstanding.settled);
            outstanding = null;
        }
    }

    /** A request leaves whose answer will prove what left before it. */
    void sent(int sequence, long nowNanos) {
        if (isOverdue(nowNanos)) {
            giveUp();
        }
        sentNanos = nowNanos;
        outstanding = new Marker(sequence, window.settled(clock.get()));
    }

    /**
     * An answer came. One that took too long proves nothing.
     *
     * @return which answers are now proven to be heard, or null if that is nothing new
     */
    @Nullable Answered answered(int sequence, long nowNanos) {
        Marker marker = outstanding;
        if (marker == null || marker.sequence != sequence) {
            return null;
        }
        if (isOverdue(nowNanos)) {
            giveUp();
            return null;
        }
        outstanding = null;
        return window.proven(marker.settled) ? marker.settled : null;
    }

    private record Marker(int sequence, Answered settled) {}
}
