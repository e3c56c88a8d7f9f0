package io.inlet.feed;

import io.inlet.lease.LeaseId;
import java.util.Set;

/**
 * Which part of a lease's events is wanted.
 *
 * @param after what is already seen
 * @param lease whose events
 * @param types which kinds
 * @param limit at most so many, 1 to 1000
 */
public record FeedQuery(Cursor after, LeaseId lease, Set<EventType> types, int limit) {
    public FeedQuery {
        types = Set.copyOf(types);
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit is 1 to 1000, not " + limit);
        }
    }
}
