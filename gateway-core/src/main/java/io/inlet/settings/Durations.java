package io.inlet.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as files write them: a whole number and its unit. */
public final class Durations {
    /** What {@link #read} expects, for messages. */
    public static final String EXPECTED = "a whole number and its unit (500ms, 30s, 10m, 2h or 7d)";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})(ms|s|m|h|d)");

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
}
