package io.inlet.tenant;

import java.util.List;

/** Where operators set customers up. Calls block on the database. */
public interface TenantStore {
    /** Makes a tenant, with its place in the feed. */
    Tenant createTenant(LegalEntity entity, Environment environment);

    /** All tenants but the built-in one, oldest first. */
    List<Tenant> tenants();

    /**
     * Makes a principal and a first key for it. A tenant's first principal owns it.
     *
     * @throws IllegalArgumentException if there is no such tenant, or it is the built-in one
     */
    ApiKey createPrincipal(TenantId tenant, String name);

    /**
     * Makes a profile, which a live lease names.
     *
     * @throws IllegalArgumentException if there is no such tenant
     */
    ProfileId createProfile(TenantId tenant, String name, ProfileStatus status);
}
