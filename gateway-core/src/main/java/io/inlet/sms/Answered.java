package io.inlet.sms;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Of which arrivals on one session the carrier has its ESME_ROK in time: all that came before an
 * instant, but for some. Each arrival of a session has a microsecond of its own, so that instants
 * name them. Immutable; any thread.
 *
 * @param until what came at this instant or later is not among them; in whole microseconds
 * @param gaps what came before, and is not among them either; in no order
 */
public record Answered(Instant until, List<Gap> gaps) {
    /** Nothing is answered. */
    public static final Answered NOTHING = new Answered(Instant.EPOCH, List.of());

    // The store keeps whole microseconds, rounded down: so must be what is compared with them.
    public Answered {
        until = until.truncatedTo(ChronoUnit.MICROS);
        gaps = List.copyOf(gaps);
    }

    /** Everything before an instant. */
    public static Answered before(Instant until) {
        return new Answered(until, List.of());
    }

    /** Whether what arrived at this instant is among them. */
    public boolean contains(Instant arrival) {
        if (!arrival.isBefore(until)) {
            return false;
        }
        for (Gap gap : gaps) {
            if (gap.contains(arrival)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Some arrivals in a row.
     *
     * @param first the first of them
     * @param last the last of them, not before the first
     */
    public record Gap(Instant first, Instant last) {
        public Gap {
            first = first.truncatedTo(ChronoUnit.MICROS);
            last = last.truncatedTo(ChronoUnit.MICROS);
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(
                        "a gap ends where it begins or later, but found " + first + " to " + last);
            }
        }

        boolean contains(Instant arrival) {
            return !arrival.isBefore(first) && !arrival.isAfter(last);
        }

        /** Whether they have an instant in common. */
        public boolean touches(Gap other) {
            return !other.last.isBefore(first) && !other.first.isAfter(last);
        }

        /** From the first of both to the last of both. */
        public Gap with(Gap other) {
            return new Gap(
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }
}
