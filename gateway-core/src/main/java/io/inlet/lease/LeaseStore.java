package io.inlet.lease;

import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leases as they are kept. Each change is one transaction that locks the number, then the tenant's
 * place in the feed, then the lease, and writes its event. Calls block on the database and throw
 * {@link io.inlet.intake.StoreUnavailableException} if it does not answer.
 */
public interface LeaseStore {
    /**
     * Takes a free number and leases it. For a live caller the profile must be verified and the
     * consent valid; both are checked in the same transaction.
     *
     * @param request already checked against the policy
     * @param period when it shall run
     */
    LeaseOutcome create(Caller caller, LeaseRequest request, Lease.Period period);

    /**
     * How many numbers of an environment fit at an instant; each count ends at some 10,000.
     *
     * @param wanted what they are to be
     */
    Availability availability(Environment environment, LeaseRequest.Wanted wanted, Instant at);

    /** A lease of this tenant, or null. */
    @Nullable Lease find(TenantId tenant, LeaseId id);

    /**
     * A tenant's leases in order of their making, up to {@code limit} of them.
     *
     * @param after the last one already seen, or null for the first page
     */
    List<Lease> list(TenantId tenant, @Nullable LeaseId after, int limit);

    /**
     * Moves the end of an active lease, and what follows it, by {@code by}.
     *
     * @param longest the longest time the lease may run in all, else {@link
     *     LeaseOutcome.DurationNotAllowed}
     */
    LeaseOutcome extend(Caller caller, LeaseId id, Duration by, Duration longest);

    /**
     * Ends an active lease at {@code at}, or as soon after as its locks are had: what arrives from
     * then on is not its own. Grace and cooldown begin then, with the lengths they were to have.
     */
    LeaseOutcome release(Caller caller, LeaseId id, Instant at);
}
