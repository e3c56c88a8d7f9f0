package io.inlet.feed;

import io.inlet.tenant.TenantId;
import java.util.List;

/** Reads the sequence. Calls block on the database. */
public interface FeedReader {
    /**
     * The place after the last event of a tenant.
     *
     * @throws IllegalArgumentException if there is no such tenant
     */
    Cursor head(TenantId tenant);

    /**
     * Events in order, with the lease that they are about. Gapless: an event is seen only when all
     * before it are committed. No events if the tenant has no such lease.
     */
    FeedLook look(FeedQuery query);

    /** The events alone. */
    default List<FeedEntry> read(FeedQuery query) {
        return look(query).entries();
    }
}
