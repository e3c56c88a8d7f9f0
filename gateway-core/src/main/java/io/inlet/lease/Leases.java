package io.inlet.lease;

import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The rules of leasing. The HTTP layer calls it on a virtual thread; it blocks on the store. */
public final class Leases {
    private final LeaseStore store;
    private final LeasePolicy policy;
    private final InstantSource clock;

    public Leases(LeaseStore store, LeasePolicy policy, InstantSource clock) {
        this.store = store;
        this.policy = policy;
        this.clock = clock;
    }

    /** Leases a number from now on. */
    public LeaseOutcome create(Caller caller, LeaseRequest request) {
        if (!policy.allows(request.ttl())) {
            return new LeaseOutcome.DurationNotAllowed(policy.shortest(), policy.longest());
        }
        if (caller.environment() == Environment.LIVE) {
            if (request.justification().isBlank()) {
                return new LeaseOutcome.JustificationMissing();
            }
            if (request.profile() == null) {
                return new LeaseOutcome.ProfileNotVerified();
            }
            if (request.consent() == null) {
                return new LeaseOutcome.ConsentMissing();
            }
        }
        // PostgreSQL keeps microseconds; an instant that is finer would not be found again.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.create(caller, request, policy.period(now, request.ttl()));
    }

    /** How many numbers fit now, before one is leased. */
    public Availability availability(Caller caller, LeaseRequest.Wanted wanted) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.availability(caller.environment(), wanted, now);
    }

    /**
     * Lengthens an active lease.
     *
     * @param by how much, positive
     */
    public LeaseOutcome extend(Caller caller, LeaseId id, Duration by) {
        return store.extend(caller, id, by, policy.longest());
    }

    /** Ends an active lease now. */
    public LeaseOutcome release(Caller caller, LeaseId id) {
        return store.release(caller, id, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
