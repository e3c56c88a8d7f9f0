package io.inlet.smpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a bind is doing, as operators see it.
 *
 * @param carrier the carrier's name
 * @param bind the bind's name
 * @param state where it stands
 * @param since since when
 * @param host whom it talks to, as in {@code smpp.acme.example:2775 (192.0.2.7)}; empty if nobody
 * @param lastEnd how its last session or attempt ended, or null if none has
 * @param attempts attempts that failed since it was last bound for long
 * @param traffic what has come over it
 */
public record BindStatus(
        String carrier,
        String bind,
        BindState state,
        Instant since,
        String host,
        @Nullable LastEnd lastEnd,
        int attempts,
        Traffic traffic) {
    static BindStatus of(BindContext context, Standing standing) {
        return new BindStatus(
                context.carrier().name(),
                context.bind().name(),
                standing.state(),
                standing.since(),
                standing.host(),
                standing.lastEnd(),
                standing.attempts(),
                context.tally().traffic());
    }
}
