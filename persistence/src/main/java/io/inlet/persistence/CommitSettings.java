package io.inlet.persistence;

import io.inlet.settings.Default;
import io.inlet.settings.Defaults;
import io.inlet.settings.Durations;
import java.time.Duration;

/**
 * How messages are committed.
 *
 * @param redeliveryHorizon how long after its last copy an equal SMS is still the same one, unless
 *     the acknowledgement is proven; more than nothing, and no less than the longest time for which
 *     a carrier retries
 * @param reassemblyTimeout how long after its first part what came of a long message is delivered
 *     without the rest, more than nothing and at most 7 d
 * @param latePartWindow how long after its first part a part may still join a long message whose
 *     reference has 8 bits, so that it becomes a new version of what was delivered; no less than
 *     the time-out, and at most 7 d. With 16 bits it is the redelivery horizon, if that is longer,
 *     and at most 7 d too
 * @param rememberedNumbers of how many numbers the lease is remembered, 1 to 10,000,000; about 1 KB
 *     of memory for each
 */
public record CommitSettings(
        @Default("48h") Duration redeliveryHorizon,
        @Default("30m") Duration reassemblyTimeout,
        @Default("1h") Duration latePartWindow,
        @Default("50000") int rememberedNumbers) {
    // Before the default, which is checked by it.
    static final Duration LONGEST = Duration.ofDays(7);

    /** For a small machine. */
    public static final CommitSettings DEFAULT = Defaults.of(CommitSettings.class);

    private static final int MOST_NUMBERS = 10_000_000;

    public CommitSettings {
        positive("redeliveryHorizon", redeliveryHorizon);
        positive("reassemblyTimeout", reassemblyTimeout);
        atMost("reassemblyTimeout", reassemblyTimeout);
        atMost("latePartWindow", latePartWindow);
        if (latePartWindow.compareTo(reassemblyTimeout) < 0) {
            throw new IllegalArgumentException(
                    "latePartWindow: expected reassemblyTimeout (%s) or more, found %s"
                            .formatted(
                                    Durations.write(reassemblyTimeout),
                                    Durations.write(latePartWindow)));
        }
        if (rememberedNumbers < 1 || rememberedNumbers > MOST_NUMBERS) {
            throw new IllegalArgumentException(
                    "rememberedNumbers: expected 1 to %d, found %d"
                            .formatted(MOST_NUMBERS, rememberedNumbers));
        }
    }

    private static void atMost(String name, Duration value) {
        if (value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "%s: expected at most %s, found %s"
                            .formatted(name, Durations.write(LONGEST), Durations.write(value)));
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    name + ": expected more than nothing, found " + Durations.write(value));
        }
    }
}
