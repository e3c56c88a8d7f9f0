package io.inlet.lease;

import io.inlet.number.NumberId;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's right to one number for a time.
 *
 * @param id its id
 * @param tenant whose
 * @param profile for which of the tenant's users or projects, or null in sandbox
 * @param number which number
 * @param msisdn that number's digits
 * @param terms what was agreed when it was made
 * @param period when it runs
 * @param suspended whether it is suspended now
 */
public record Lease(
        LeaseId id,
        TenantId tenant,
        @Nullable ProfileId profile,
        NumberId number,
        Msisdn msisdn,
        Terms terms,
        Period period,
        boolean suspended) {

    /**
     * What was agreed.
     *
     * @param purpose what for
     * @param justification why, in the customer's words; may be empty in sandbox
     * @param routingTag copied to each message, or null
     * @param createdAt when
     */
    public record Terms(
            Purpose purpose,
            String justification,
            @Nullable String routingTag,
            Instant createdAt) {}

    /**
     * The instants of a lease. Messages that arrive in [startsAt, expiresAt) are its own and can be
     * read until {@code graceEndsAt}; the number is free again at {@code cooldownEndsAt}.
     *
     * @param startsAt first instant
     * @param expiresAt end of the active time; moved forward by a release
     * @param graceEndsAt end of reading
     * @param cooldownEndsAt end of the number's rest
     */
    public record Period(
            Instant startsAt, Instant expiresAt, Instant graceEndsAt, Instant cooldownEndsAt) {
        public Period {
            if (!startsAt.isBefore(expiresAt)
                    || graceEndsAt.isBefore(expiresAt)
                    || cooldownEndsAt.isBefore(graceEndsAt)) {
                throw new IllegalArgumentException(
                        "a lease starts, expires, ends its grace and its cooldown in this order");
            }
        }
    }

    /** Its state at an instant. */
    public LeaseState stateAt(Instant now) {
        if (!now.isBefore(period.graceEndsAt())) {
            return LeaseState.PURGED;
        }
        if (suspended) {
            return LeaseState.SUSPENDED;
        }
        if (!now.isBefore(period.expiresAt())) {
            return LeaseState.GRACE;
        }
        return now.isBefore(period.startsAt()) ? LeaseState.RESERVED : LeaseState.ACTIVE;
    }
}
