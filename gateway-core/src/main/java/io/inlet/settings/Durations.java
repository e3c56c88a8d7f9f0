package io.inlet.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations as files and messages write them: a whole number and its unit. No message shows the
 * {@code PT2M} of {@link Duration#toString}, which nobody could put into a file. Stateless.
 */
public final class Durations {
    /** What {@link #read} expects, for messages. */
    public static final String EXPECTED = "a whole number and its unit (500ms, 30s, 10m, 2h or 7d)";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})(ms|s|m|h|d)");

    private static final List<Unit> LARGEST_FIRST =
            List.of(
                    new Unit("d", 86_400_000),
                    new Unit("h", 3_600_000),
                    new Unit("m", 60_000),
                    new Unit("s", 1_000));

    private record Unit(String name, long millis) {}

    private Durations() {}

    /** Reads one, or gives null for anything else. */
    public static @Nullable Duration read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.of(amount, ChronoUnit.DAYS);
            default -> null;
        };
    }

    /**
     * Writes one as {@link #read} takes it, in the largest unit that holds it exactly. What is less
     * than a millisecond is left out.
     */
    public static String write(Duration duration) {
        if (duration.toMillis() == 0) {
            return "0s";
        }
        for (Unit unit : LARGEST_FIRST) {
            if (duration.toMillis() % unit.millis() == 0) {
                return duration.toMillis() / unit.millis() + unit.name();
            }
        }
        return duration.toMillis() + "ms";
    }
}
