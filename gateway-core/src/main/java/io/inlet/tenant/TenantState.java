package io.inlet.tenant;

/** What a tenant may do now; each but the first for a {@link StateReason}. In order of severity. */
public enum TenantState {
    ACTIVE,
    /** It reads what it has, and gets no new leases. */
    RESTRICTED,
    /** Nothing is shown and its leases are on hold, until it is active again. */
    SUSPENDED,
    /** Over for good: its keys and leases have ended. */
    TERMINATED;

    /** Whether nothing is shown to such a tenant. */
    public boolean isShut() {
        return this == SUSPENDED || this == TERMINATED;
    }

    /** Whether an operator may bring a tenant from here to there. */
    public boolean mayBecome(TenantState next) {
        return this != TERMINATED && this != next;
    }
}
