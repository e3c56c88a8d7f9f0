package io.inlet.consent;

import io.inlet.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Where consent is recorded. Calls block on the database. */
public interface ConsentStore {
    /**
     * Records a consent.
     *
     * @throws IllegalArgumentException if there is no such tenant
     */
    ConsentId record(TenantId tenant, Consent consent);

    /** A consent of this tenant, or null. */
    @Nullable ConsentRecord find(TenantId tenant, ConsentId id);

    /**
     * Withdraws a consent for good, with an event in the tenant's sequence. No lease is made of it
     * from then on, and those that stand on it are suspended within a second.
     */
    ConsentOutcome withdraw(TenantId tenant, ConsentId id);
}
