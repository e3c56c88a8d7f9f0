package io.inlet.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants as the API writes them: RFC 3339 in UTC with milliseconds. */
final class Timestamps {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final String FOUR_DIGIT_YEAR = "[0-9]{4}-.*";

    private Timestamps() {}

    static String text(Instant instant) {
        return FORM.format(instant);
    }

    /**
     * Reads one that somebody sent, in whole microseconds.
     *
     * @throws RefusedException if it is none, or its year has not four digits
     */
    static Instant parse(String field, @Nullable String text) {
        try {
            if (text != null && text.matches(FOUR_DIGIT_YEAR)) {
                return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException _) {
            // Falls through.
        }
        throw Texts.refused(field, "an instant such as 2026-01-31T09:30:00.000Z");
    }

    static @Nullable String orNull(@Nullable Instant instant) {
        return instant == null ? null : text(instant);
    }
}
