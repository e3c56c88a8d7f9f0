package io.inlet.persistence;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.FeedQuery;
import io.inlet.feed.FeedReader;
import io.inlet.lease.LeaseId;
import java.util.EnumSet;
import java.util.List;

/** Reads a feed as a consumer does. */
final class Reading {
    private Reading() {}

    static List<FeedEntry> after(FeedReader feed, Cursor cursor, LeaseId lease) {
        return feed.read(new FeedQuery(cursor, lease, EnumSet.allOf(EventType.class), 1000));
    }
}
