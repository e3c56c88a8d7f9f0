package io.inlet.lease;

import io.inlet.feed.Cursor;
import io.inlet.tenant.TenantStanding;
import java.time.Duration;
import java.util.List;

/** What became of a request about a lease. */
public sealed interface LeaseOutcome {
    /**
     * Done.
     *
     * @param lease the lease as it is now
     * @param cursor the place in the tenant's feed right after this change: what arrives later
     *     comes after it
     */
    record Granted(Lease lease, Cursor cursor) implements LeaseOutcome {}

    /**
     * No number of the pool fits the criteria and is free.
     *
     * @param alternatives what would be free if one criterion were dropped, each that would help
     */
    record NoNumberAvailable(List<Availability.Alternative> alternatives) implements LeaseOutcome {
        /** Where nobody asks for alternatives. */
        public NoNumberAvailable() {
            this(List.of());
        }
    }

    /** Its tenant, or the one above, is in a state that gets no new leases. */
    record TenantHeld(TenantStanding standing) implements LeaseOutcome {}

    /** A live lease needs a tenant whose legal entity has been checked. */
    record TenantNotVerified() implements LeaseOutcome {}

    /** Its tenant may not lease numbers for this. */
    record PurposeNotAllowed(Purpose purpose) implements LeaseOutcome {}

    /** Marketing needs a consent that the person opted in to. */
    record OptInMissing() implements LeaseOutcome {}

    /** A live lease names a verified profile of its tenant. */
    record ProfileNotVerified() implements LeaseOutcome {}

    /** A live lease needs a consent record of its tenant, for its purpose, valid now. */
    record ConsentMissing() implements LeaseOutcome {}

    /** The lease would run for less or longer than allowed. */
    record DurationNotAllowed(Duration shortest, Duration longest) implements LeaseOutcome {}

    /** A live lease needs a justification. */
    record JustificationMissing() implements LeaseOutcome {}

    /** No such lease of this tenant. */
    record NotFound() implements LeaseOutcome {}

    /** The lease is not in a state that allows this. */
    record WrongState(LeaseState state) implements LeaseOutcome {}
}
