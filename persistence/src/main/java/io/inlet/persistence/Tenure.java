package io.inlet.persistence;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.seal.ContentKey;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the path of a message has to know of a lease.
 *
 * @param lease the lease
 * @param tenant whose it is
 * @param environment that tenant's environment
 * @param routingTag copied to each message, or null
 * @param period when it runs
 * @param suspended whether what arrives is withheld
 * @param key seals what arrives
 */
record Tenure(
        LeaseId lease,
        TenantId tenant,
        Environment environment,
        @Nullable String routingTag,
        Lease.Period period,
        boolean suspended,
        ContentKey key) {

    Standing at(Instant arrival) {
        if (arrival.isBefore(period.startsAt()) || !arrival.isBefore(period.cooldownEndsAt())) {
            return Standing.OUTSIDE;
        }
        if (arrival.isBefore(period.expiresAt())) {
            return Standing.ACTIVE;
        }
        return arrival.isBefore(period.graceEndsAt()) ? Standing.GRACE : Standing.COOLDOWN;
    }
}
