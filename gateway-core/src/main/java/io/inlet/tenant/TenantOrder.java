package io.inlet.tenant;

import io.inlet.lease.Purpose;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an operator changes of a tenant. */
public sealed interface TenantOrder {
    /** Brings it into a state. */
    record Become(TenantStanding standing) implements TenantOrder {}

    /** Says whether its legal entity has been checked, which a live lease needs. */
    record Verify(boolean verified) implements TenantOrder {}

    /**
     * Says what it may lease numbers for.
     *
     * @param purposes those, or null for all that there are
     */
    record Allow(@Nullable Set<Purpose> purposes) implements TenantOrder {}
}
