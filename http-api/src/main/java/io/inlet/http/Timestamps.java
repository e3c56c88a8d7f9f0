package io.inlet.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants as the API writes them: RFC 3339 in UTC with milliseconds. */
final class Timestamps {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    static String text(Instant instant) {
        return FORM.format(instant);
    }

    static @Nullable String orNull(@Nullable Instant instant) {
        return instant == null ? null : text(instant);
    }
}
