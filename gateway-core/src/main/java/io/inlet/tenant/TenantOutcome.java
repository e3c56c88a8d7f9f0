package io.inlet.tenant;

/** What became of an order about a tenant. */
public sealed interface TenantOutcome {
    /** Done; the tenant as it is now. */
    record Done(Tenant tenant) implements TenantOutcome {}

    /** No such tenant, or the built-in one. */
    record NotFound() implements TenantOutcome {}

    /**
     * Its state does not allow this: terminated is for good, and an order must change something.
     */
    record WrongState(TenantState state) implements TenantOutcome {}
}
