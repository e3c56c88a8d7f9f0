package io.inlet.feed;

import io.inlet.lease.Lease;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the database shows, all of it as of one instant.
 *
 * @param lease the lease asked for, or null if the tenant has no such lease
 * @param head the place of the tenant's last event
 * @param entries the events asked for, in order; all of them up to the head if they are fewer than
 *     the query's limit
 */
public record FeedLook(@Nullable Lease lease, Cursor head, List<FeedEntry> entries) {}
