package io.inlet.http;

import io.inlet.sms.BindId;
import java.time.Duration;
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
 * @param host whom it talks to; empty if nobody
 * @param lastEnd how its last session or attempt ended, or null
 * @param attempts attempts that failed since it was last bound for long
 * @param traffic what passes over it
 */
public record BindStatus(
        BindId id,
        String carrier,
        String name,
        String state,
        Instant since,
        String host,
        @Nullable End lastEnd,
        int attempts,
        Traffic traffic) {
    /**
     * How a session or an attempt at one ended.
     *
     * @param reason why, in lower_snake_case
     * @param by who ended it, in lower_snake_case
     * @param at when
     * @param host whom it was with; empty if nobody
     * @param detail more, where there is more to say; no secrets
     */
    public record End(String reason, String by, Instant at, String host, String detail) {}

    /**
     * What passes over a bind.
     *
     * @param received messages received since the start
     * @param unanswered how many of them wait for their answer now
     * @param perSecond messages a second, over the last second
     * @param perMinute messages a second, over the last minute
     * @param response how long answers took in the last minutes, or null if there were none
     * @param lag how old the slowest twentieth of the last minutes' messages was on arrival, by the
     *     carrier's timestamps; null if it gives none
     * @param lastMessageAt when the last one came, or null
     */
    public record Traffic(
            long received,
            int unanswered,
            double perSecond,
            double perMinute,
            @Nullable Times response,
            @Nullable Duration lag,
            @Nullable Instant lastMessageAt) {}

    /** How long something took: half of it no longer than {@code p50}, 99 of 100 than p99. */
    public record Times(Duration p50, Duration p99) {}
}
