package io.inlet.tenant;

import org.jspecify.annotations.Nullable;

/**
 * A tenant's state and why.
 *
 * @param state the state
 * @param reason why; null exactly if it is active
 */
public record TenantStanding(TenantState state, @Nullable StateReason reason) {
    /** Nothing is held against it. */
    public static final TenantStanding ACTIVE = new TenantStanding(TenantState.ACTIVE, null);

    public TenantStanding {
        if ((state == TenantState.ACTIVE) != (reason == null)) {
            throw new IllegalArgumentException(
                    "a reason: expected for every state but active, found " + reason);
        }
    }

    /** The severer of two: what holds of a sub-account with its parent's. */
    public TenantStanding and(TenantStanding other) {
        return other.state.compareTo(state) > 0 ? other : this;
    }
}
