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
 * @param lastEnd why its last session or attempt ended, or null if none has
 * @param attempts attempts since it was last bound for long
 * @param received deliver_sm and data_sm received since the start
 * @param unanswered how many of them wait for their answer now
 * @param lastMessageAt when the last one came, or null
 */
public record BindStatus(
        String carrier,
        String bind,
        BindState state,
        Instant since,
        @Nullable EndReason lastEnd,
        int attempts,
        long received,
        int unanswered,
        @Nullable Instant lastMessageAt) {}
