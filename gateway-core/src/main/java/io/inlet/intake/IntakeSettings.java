package io.inlet.intake;

import io.inlet.settings.Default;
import io.inlet.settings.Defaults;
import io.inlet.settings.Durations;
import java.time.Duration;

/**
 * Bounds of the intake.
 *
 * @param lanes threads that each gather and commit batches, 1 to 64; a number always has the same
 *     one
 * @param queue arrivals that one lane holds at most, 1 to 1,000,000; one more is deferred
 * @param batch arrivals that one transaction takes at most, 1 to 10,000
 * @param patience how long an arrival may wait for its transaction before it is deferred; keep it
 *     under the carriers' response timers
 */
public record IntakeSettings(
        @Default("2") int lanes,
        @Default("20000") int queue,
        @Default("1000") int batch,
        @Default("8s") Duration patience) {
    /** For a small machine. */
    public static final IntakeSettings DEFAULT = Defaults.of(IntakeSettings.class);

    public IntakeSettings {
        check("lanes", lanes, 64);
        check("queue", queue, 1_000_000);
        check("batch", batch, 10_000);
        if (!patience.isPositive()) {
            throw new IllegalArgumentException(
                    "patience: expected more than nothing, found " + Durations.write(patience));
        }
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    name + ": expected 1 to " + most + ", found " + value);
        }
    }
}
