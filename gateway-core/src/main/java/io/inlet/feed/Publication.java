package io.inlet.feed;

import io.inlet.sms.Message;
import org.jspecify.annotations.Nullable;

/**
 * An event right after its commit.
 *
 * @param entry the event as the feed keeps it
 * @param message the message as it is from this event on, where one is born or revised; else null
 */
public record Publication(FeedEntry entry, @Nullable Message message) {
    /** Tells of a change that is no message's. */
    public static Publication of(FeedEntry entry) {
        return new Publication(entry, null);
    }
}
