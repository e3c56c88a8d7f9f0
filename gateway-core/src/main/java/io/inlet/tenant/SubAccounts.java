package io.inlet.tenant;

import java.util.List;

/** Accounts below a tenant, each a tenant by itself. Calls block on the database. */
public interface SubAccounts {
    /** How many a tenant may have. */
    int MOST = 1_000;

    /**
     * Makes a sub-account of the caller's tenant, with a principal and its first key. It has its
     * parent's country and environment, may no more than its parent, and is isolated: neither sees
     * what is the other's. The owner of the parent owns it too.
     */
    SubAccountOutcome create(Caller caller, String name);

    /** The sub-accounts of a tenant, oldest first. */
    List<Tenant> of(TenantId parent);
}
