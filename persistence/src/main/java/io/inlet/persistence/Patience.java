package io.inlet.persistence;

import io.inlet.sms.Concatenation;
import java.time.Duration;
import java.time.Instant;

/**
 * For how long a long message takes parts.
 *
 * @param timeout after its first part, what came of it is told
 * @param latePart8Bit after its first part, one more may join if the reference has 8 bits
 * @param latePart16Bit the same for 16 bits
 */
record Patience(Duration timeout, Duration latePart8Bit, Duration latePart16Bit) {
    static Patience of(CommitSettings settings) {
        return new Patience(
                settings.reassemblyTimeout(), settings.latePartWindow(), latePart16Bit(settings));
    }

    // What waits is kept for as long, whatever the horizon is.
    private static Duration latePart16Bit(CommitSettings settings) {
        Duration asked = longer(settings.redeliveryHorizon(), settings.latePartWindow());
        return asked.compareTo(CommitSettings.LONGEST) < 0 ? asked : CommitSettings.LONGEST;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    Instant dueAt(Instant arrival) {
        return arrival.plus(timeout);
    }

    // Senders count 8 bits round within hours, and would have two messages mixed; 16 bits they
    // do not within any time for which a carrier retries.
    Instant joinsUntil(Instant firstArrival, Concatenation concatenation) {
        return firstArrival.plus(
                concatenation.referenceBits() == Byte.SIZE ? latePart8Bit : latePart16Bit);
    }
}
