package io.inlet.feed;

import io.inlet.lease.LeaseId;
import io.inlet.sms.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as the feed keeps it: references, never content.
 *
 * @param id its id, stable over every channel and retry
 * @param cursor its place
 * @param type what it tells
 * @param at when it was committed, as the writing gateway's clock had it
 * @param lease the lease it is about, or null
 * @param message the message it is about, or null
 * @param version the message's version, 0 without a message
 * @param revised why there is this version; null unless it is a later one
 */
public record FeedEntry(
        EventId id,
        Cursor cursor,
        EventType type,
        Instant at,
        @Nullable LeaseId lease,
        @Nullable MessageId message,
        int version,
        @Nullable Revised revised) {
    /** An event that is no message's later version. */
    public FeedEntry(
            EventId id,
            Cursor cursor,
            EventType type,
            Instant at,
            @Nullable LeaseId lease,
            @Nullable MessageId message,
            int version) {
        this(id, cursor, type, at, lease, message, version, null);
    }

    /** Whether it tells of a code that the message did not have before. */
    public boolean bringsCode() {
        return type == EventType.CODE_RECEIVED || (revised != null && revised.newCode());
    }
}
