package io.inlet.tenant;

/** Where operators change tenants. Calls block on the database. */
public interface TenantOrders {
    /**
     * Carries out an order, with an event in the built-in tenant's sequence. When this returns, a
     * suspended or terminated tenant and its sub-accounts are shown nothing any more, and what
     * arrives for them is withheld; their leases' holds and ends follow within a second.
     *
     * @param by who orders it, for the event; at most 100 characters
     */
    TenantOutcome order(TenantId tenant, TenantOrder order, String by);
}
