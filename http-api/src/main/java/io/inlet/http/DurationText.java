package io.inlet.http;

import io.inlet.settings.Durations;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as the API writes them: a whole number and one of s, m, h, d. */
final class DurationText {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([smhd])");

    private DurationText() {}

    /** Reads a duration, or gives null if the text is none. */
    static @Nullable Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).charAt(0)) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** Writes whole seconds in the largest unit that holds them exactly. */
    static String format(Duration duration) {
        return Durations.write(duration.truncatedTo(ChronoUnit.SECONDS));
    }
}
