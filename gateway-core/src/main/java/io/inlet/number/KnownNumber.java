package io.inlet.number;

import io.inlet.lease.LeaseId;
import org.jspecify.annotations.Nullable;

/**
 * A number of the pool as it stands.
 *
 * @param id its id
 * @param number what was said of it when it came
 * @param position where it stands now
 * @param lease its last lease, or null if it never had one
 */
public record KnownNumber(
        NumberId id, PoolNumber number, NumberPosition position, @Nullable LeaseId lease) {}
