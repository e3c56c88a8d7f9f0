package io.inlet.smpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Gives each request of a session an instant of its own, in whole microseconds as the database
 * keeps them, and never goes back: an instant then parts what came before from what came after.
 * Owned by the session's event loop.
 */
final class ArrivalClock {
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final InstantSource source;
    private Instant last = Instant.EPOCH;

    ArrivalClock(InstantSource source) {
        this.source = source;
    }

    /** Whether the clock was set back by more than a correction: the session must end with it. */
    boolean isSetBack() {
        return source.instant().plus(TOLERANCE).isBefore(last);
    }

    /** The instant of the next request: later than every one before. */
    Instant next() {
        Instant now = source.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }
}
