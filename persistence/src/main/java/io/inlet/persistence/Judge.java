package io.inlet.persistence;

import io.inlet.intake.Owner;
import io.inlet.intake.QuarantineReason;
import io.inlet.sms.MessageStatus;
import io.inlet.tenant.Environment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says whose a message is, each of its parts judged at its own arrival. Any thread. */
final class Judge {
    private final ContentKeys keys;

    Judge(ContentKeys keys) {
        this.keys = keys;
    }

    /**
     * Whose a message is. If it is nobody's, the key of the day of its last arrival seals it; that
     * key must be remembered already where the caller holds locks.
     *
     * @param claims its arrivals, one for each part, earliest first
     * @param holdings the number at each of them
     * @param simulated whether any of them came over a simulated bind
     */
    Owner judge(List<Claim> claims, List<Holding> holdings, boolean simulated) {
        LocalDate day = PgTime.utcDay(claims.getLast().arrival());
        Holding first = holdings.getFirst();
        QuarantineReason reason = refusal(claims, holdings, simulated);
        Tenure tenure = first.tenure();
        if (reason != null || tenure == null) {
            QuarantineReason why = reason == null ? QuarantineReason.NO_LEASE : reason;
            return new Owner.Nobody(why, first.number(), keys.ofDay(day));
        }
        return new Owner.Lessee(
                tenure.tenant(),
                tenure.environment(),
                tenure.lease(),
                Objects.requireNonNull(first.number()),
                tenure.routingTag(),
                tenure.suspended() ? MessageStatus.WITHHELD : MessageStatus.RECEIVED,
                tenure.key());
    }

    /** Why it is nobody's, or null if it belongs to the lease that held the first arrival. */
    private static @Nullable QuarantineReason refusal(
            List<Claim> claims, List<Holding> holdings, boolean simulated) {
        Holding first = holdings.getFirst();
        if (first.number() == null) {
            return QuarantineReason.UNKNOWN_NUMBER;
        }
        if (simulated && touchesLive(first)) {
            return QuarantineReason.SIMULATED_TO_LIVE;
        }
        Standing standing = first.at(claims.getFirst().arrival());
        if (standing == Standing.ACTIVE && first.tenure() != null) {
            return areAllOf(first.tenure(), claims, holdings)
                    ? null
                    : QuarantineReason.SPLIT_LEASES;
        }
        for (int i = 1; i < claims.size(); i++) {
            if (holdings.get(i).at(claims.get(i).arrival()) == Standing.ACTIVE) {
                return QuarantineReason.SPLIT_LEASES;
            }
        }
        return reason(standing);
    }

    private static boolean touchesLive(Holding holding) {
        Tenure tenure = holding.tenure();
        return holding.environment() == Environment.LIVE
                || (tenure != null && tenure.environment() == Environment.LIVE);
    }

    // A part that comes in grace completes a message begun while the lease was active.
    private static boolean areAllOf(Tenure tenure, List<Claim> claims, List<Holding> holdings) {
        for (int i = 1; i < claims.size(); i++) {
            Tenure its = holdings.get(i).tenure();
            Instant arrival = claims.get(i).arrival();
            if (its == null
                    || !its.lease().equals(tenure.lease())
                    || !(its.at(arrival) == Standing.ACTIVE || its.at(arrival) == Standing.GRACE)) {
                return false;
            }
        }
        return true;
    }

    private static QuarantineReason reason(Standing standing) {
        return switch (standing) {
            case GRACE -> QuarantineReason.GRACE;
            case COOLDOWN -> QuarantineReason.COOLDOWN;
            case OUTSIDE, ACTIVE -> QuarantineReason.NO_LEASE;
        };
    }
}
