package io.inlet.simulator;

import io.inlet.settings.Default;
import io.inlet.settings.Durations;
import java.time.Duration;
import java.util.Set;

/**
 * What the carrier sends again, and when: the same octets under a new sequence_number, over any of
 * its sessions.
 *
 * @param first delay before the second attempt; it doubles with each further one
 * @param most the longest delay
 * @param temporary the command_status values after which it tries again; any other refusal is final
 */
public record Redelivery(
        @Default("1s") Duration first, @Default("30s") Duration most, Set<Integer> temporary) {
    /** What one large supplier takes for temporary, and nothing else. */
    public static final Set<Integer> TEMPORARY = Set.of(0x58, 0x08, 0x14, 0x45, 0x67, 0xfe, 0xff);

    /** One second, doubling up to 30. */
    public static final Redelivery DEFAULT =
            new Redelivery(Duration.ofSeconds(1), Duration.ofSeconds(30), TEMPORARY);

    public Redelivery {
        SmscSettings.positive("first", first);
        if (most.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "most: expected at least %s, found %s"
                            .formatted(Durations.write(first), Durations.write(most)));
        }
        temporary = Set.copyOf(temporary);
    }

    /** The same with one delay for every attempt. */
    public static Redelivery after(Duration delay) {
        return new Redelivery(delay, delay, TEMPORARY);
    }

    boolean isTemporary(int status) {
        return temporary.contains(status);
    }

    /** The delay after so many attempts, from 1. */
    long delayNanos(int attempts) {
        int doublings = Math.min(attempts - 1, 20);
        return Math.min(first.toNanos() << doublings, most.toNanos());
    }
}
