package io.inlet.tenant;

/** What became of a wish for a sub-account. */
public sealed interface SubAccountOutcome {
    /**
     * Made.
     *
     * @param account the sub-account
     * @param key its first key, in the clear this once
     */
    record Made(Tenant account, ApiKey key) implements SubAccountOutcome {}

    /** The caller is not the owner, or its tenant is a sub-account, which can have none. */
    record NotOwner() implements SubAccountOutcome {}

    /** The tenant's state does not allow it. */
    record TenantHeld(TenantStanding standing) implements SubAccountOutcome {}

    /** The tenant has as many as it may. */
    record TooMany() implements SubAccountOutcome {}
}
