package io.inlet.sandbox;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Caller;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sandbox tenants' leases. Calls block on the database and throw {@link
 * io.inlet.intake.StoreUnavailableException} if it does not answer.
 */
public interface SandboxLeases {
    /** The latest lease that this tenant has or had of a number, or null. */
    @Nullable Lease latest(TenantId tenant, Msisdn number);

    /**
     * Lets the time of a lease pass: takes {@code by} off its instants and off that from which its
     * number is free, in one transaction with the locks of any change of a lease, and tells of it.
     * No instant goes behind the end of the number's former lease, so the state now and from now on
     * is as if that time had passed.
     *
     * @param by more than nothing
     * @return {@code Granted}; {@code NotFound}, also for a live tenant; or {@code WrongState} for
     *     a lease that holds its number no longer
     */
    LeaseOutcome advance(Caller caller, LeaseId id, Duration by);
}
