package io.inlet.intake;

import io.inlet.sms.MessageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which failures are wanted, in the order of their ids: what is null or empty does not count.
 *
 * @param ids these
 * @param carrier of this carrier
 * @param bind of binds with this name
 * @param reason kept for this reason
 * @param from arrived at this instant or later
 * @param to arrived before this instant
 * @param after only those after this one: where the page before ended
 * @param limit at most so many, 1 to 1000
 */
public record FailureQuery(
        List<MessageId> ids,
        @Nullable String carrier,
        @Nullable String bind,
        @Nullable QuarantineReason reason,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable MessageId after,
        int limit) {
    public FailureQuery {
        ids = List.copyOf(ids);
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit: expected 1 to 1000, found " + limit);
        }
    }

    /** Whether it says anything of which failures, so that it does not mean all. */
    public boolean isSelective() {
        return !ids.isEmpty()
                || carrier != null
                || bind != null
                || reason != null
                || from != null
                || to != null;
    }
}
