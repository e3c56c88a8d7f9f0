package io.inlet.consent;

import io.inlet.tenant.TenantId;

/** Where consent is recorded. Calls block on the database. */
public interface ConsentStore {
    /**
     * Records a consent.
     *
     * @throws IllegalArgumentException if there is no such tenant
     */
    ConsentId record(TenantId tenant, Consent consent);
}
