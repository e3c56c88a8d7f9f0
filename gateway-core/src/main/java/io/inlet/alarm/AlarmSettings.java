package io.inlet.alarm;

import io.inlet.settings.Default;
import io.inlet.settings.Defaults;
import io.inlet.settings.Durations;
import java.time.Duration;
import java.util.List;

/**
 * When an alarm is raised.
 *
 * @param silence how long a bound bind must have been silent at least, 10 s to 1 day
 * @param silentMessages how many messages it usually brings in the time for which it has been
 *     silent, at least, 1 to 1,000,000: fewer, and the silence may be chance
 * @param carrierLag how old the slowest twentieth of the messages of the last minutes may be when
 *     they come, by the carrier's own timestamps; 1 s to 1 day
 * @param lowWater how many live numbers of which kind should be free, at most 1,000 kinds
 */
public record AlarmSettings(
        @Default("2m") Duration silence,
        @Default("20") int silentMessages,
        @Default("5s") Duration carrierLag,
        @Default("[]") List<LowWater> lowWater) {
    private static final int MOST_KINDS = 1_000;
    private static final Duration DAY = Duration.ofDays(1);

    /** The defaults. */
    public static final AlarmSettings DEFAULT = Defaults.of(AlarmSettings.class);

    public AlarmSettings {
        check("silence", silence, Duration.ofSeconds(10));
        if (silentMessages < 1 || silentMessages > 1_000_000) {
            throw new IllegalArgumentException(
                    "silentMessages: expected 1 to 1000000, found " + silentMessages);
        }
        check("carrierLag", carrierLag, Duration.ofSeconds(1));
        lowWater = List.copyOf(lowWater);
        if (lowWater.size() > MOST_KINDS) {
            throw new IllegalArgumentException(
                    "lowWater: expected at most 1000, found " + lowWater.size());
        }
    }

    private static void check(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(DAY) > 0) {
            throw new IllegalArgumentException(
                    "%s: expected %s to %s, found %s"
                            .formatted(
                                    name,
                                    Durations.write(least),
                                    Durations.write(DAY),
                                    Durations.write(value)));
        }
    }
}
