package io.inlet.number;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a number's history. All steps in their order give its present position.
 *
 * @param kind what happened
 * @param at when
 * @param lease which lease it is about, or null
 * @param until of a lease: when it expires, from then on
 * @param freeFrom of a lease or its rest: from when the number can be leased again
 * @param reason why, in an operator's words, or null
 */
public record NumberChange(
        Kind kind,
        Instant at,
        @Nullable LeaseId lease,
        @Nullable Instant until,
        @Nullable Instant freeFrom,
        @Nullable String reason) {

    /** What can happen to a number. */
    public enum Kind {
        IMPORTED,
        LEASED,
        LEASE_EXTENDED,
        LEASE_RELEASED,
        /** Time was let pass for the lease of a sandbox number. */
        LEASE_ADVANCED,
        /** Messages for its last lessee still came, so it rests longer. */
        COOLDOWN_EXTENDED,
        /** Its rest is over. */
        RESTED,
        QUARANTINED,
        SUSPENDED,
        RETIRED,
        REINSTATED
    }

    /** A lease was made of it, or that lease's instants moved. */
    public static NumberChange lease(Kind kind, Instant at, Lease lease) {
        return new NumberChange(
                kind,
                at,
                lease.id(),
                lease.period().expiresAt(),
                lease.period().cooldownEndsAt(),
                null);
    }

    /** An operator said something of it. */
    public static NumberChange standing(Standing standing, Instant at, @Nullable String reason) {
        Kind kind =
                switch (standing) {
                    case IN_SERVICE -> Kind.REINSTATED;
                    case QUARANTINED -> Kind.QUARANTINED;
                    case SUSPENDED -> Kind.SUSPENDED;
                    case RETIRED -> Kind.RETIRED;
                };
        return new NumberChange(kind, at, null, null, null, reason);
    }
}
