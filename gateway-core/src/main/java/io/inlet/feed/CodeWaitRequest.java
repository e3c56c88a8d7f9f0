package io.inlet.feed;

import io.inlet.lease.LeaseId;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is waited for.
 *
 * @param tenant who waits
 * @param lease on which lease
 * @param after what is already seen; null for everything up to {@code arrivedAt}
 * @param arrivedAt when the request arrived
 * @param timeout how long from the start of the wait; not negative
 */
public record CodeWaitRequest(
        TenantId tenant,
        LeaseId lease,
        @Nullable Cursor after,
        Instant arrivedAt,
        Duration timeout) {
    public CodeWaitRequest {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout: expected none or more");
        }
    }
}
