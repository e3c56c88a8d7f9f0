package io.inlet.http;

import io.inlet.sms.BindId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a bind is, for operators.
 *
 * @param id the bind
 * @param carrier the carrier's name in the configuration
 * @param name the bind's name in the configuration
 * @param state where it is, in lower_snake_case, for example {@code bound}
 * @param since since when it is in that state
 * @param reason why it is not bound, or null; without passwords
 */
public record BindStatus(
        BindId id,
        String carrier,
        String name,
        String state,
        Instant since,
        @Nullable String reason) {}
