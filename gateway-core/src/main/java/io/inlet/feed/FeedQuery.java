package io.inlet.feed;

import io.inlet.lease.LeaseId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a lease's events is wanted.
 *
 * @param after what is already seen
 * @param since only what was committed then or later, by the clock of the gateway that wrote it;
 *     null for all
 * @param lease whose events
 * @param types which kinds
 * @param limit at most so many, 1 to 1000
 */
public record FeedQuery(
        Cursor after, @Nullable Instant since, LeaseId lease, Set<EventType> types, int limit) {
    public FeedQuery {
        types = Set.copyOf(types);
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit is 1 to 1000, not " + limit);
        }
    }

    /** All events after a place. */
    public FeedQuery(Cursor after, LeaseId lease, Set<EventType> types, int limit) {
        this(after, null, lease, types, limit);
    }
}
