package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;

import io.inlet.feed.EventType;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.number.NumberChange;
import io.inlet.number.NumberChange.Kind;
import io.inlet.number.NumberId;
import io.inlet.persistence.PostgresLeases.Change;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Lets time pass for one lease within a transaction, by taking it off the lease's instants. When it
 * was made stays: its events begin there. Any thread.
 */
final class LeaseAdvance {
    private final InstantSource clock;

    LeaseAdvance(InstantSource clock) {
        this.clock = clock;
    }

    Change advance(DSLContext dsl, TenantId tenant, LeaseId id, Duration by) {
        NumberId number = numberOf(dsl, tenant, id);
        if (number == null) {
            return Change.none(new LeaseOutcome.NotFound());
        }
        NumberChoice.lock(dsl, number);
        FeedWriter feed = FeedWriter.lock(dsl, tenant);
        Lease lease =
                LeaseRows.select(dsl)
                        .where(LEASE.LEASE_ID.eq(id.uuid()))
                        .forUpdate()
                        .of(LEASE)
                        .fetchSingle(LeaseRows::read);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // Past its cooldown the number may be another's, and its free_from is not this lease's.
        if (!now.isBefore(lease.period().cooldownEndsAt())) {
            return Change.none(new LeaseOutcome.WrongState(lease.stateAt(now)));
        }
        Lease moved = at(lease, earlier(lease.period(), by, formerEnd(dsl, lease)));
        store(dsl, moved);
        NumberChoice.occupied(dsl, number, moved.period());
        NumberHistory.note(dsl, number, NumberChange.lease(Kind.LEASE_ADVANCED, now, moved));
        return Change.done(moved, feed.append(EventType.LEASE_ADVANCED, id, now));
    }

    // A lease never changes its number, so this may be read before anything is locked.
    private static @Nullable NumberId numberOf(DSLContext dsl, TenantId tenant, LeaseId id) {
        return dsl.select(LEASE.NUMBER_ID)
                .from(LEASE)
                .where(LEASE.LEASE_ID.eq(id.uuid()), LEASE.TENANT_ID.eq(tenant.uuid()))
                .fetchOne(row -> new NumberId(row.value1()));
    }

    private static Instant formerEnd(DSLContext dsl, Lease lease) {
        Instant end =
                dsl.select(DSL.max(LEASE.COOLDOWN_ENDS_AT))
                        .from(LEASE)
                        .where(
                                LEASE.NUMBER_ID.eq(lease.number().uuid()),
                                LEASE.STARTS_AT.lt(lease.period().startsAt()))
                        .fetchSingle()
                        .value1();
        return end == null ? Instant.EPOCH : end;
    }

    /**
     * The same instants, earlier, but none before {@code least}, where the number's former lease
     * ends: periods of a number never overlap. {@code least} is past, as all that is put there.
     */
    static Lease.Period earlier(Lease.Period period, Duration by, Instant least) {
        Instant starts = later(period.startsAt().minus(by), least);
        Instant expires = later(period.expiresAt().minus(by), starts.plus(1, ChronoUnit.MICROS));
        Instant grace = later(period.graceEndsAt().minus(by), expires);
        return new Lease.Period(
                starts, expires, grace, later(period.cooldownEndsAt().minus(by), grace));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Lease at(Lease lease, Lease.Period period) {
        return new Lease(
                lease.id(),
                lease.tenant(),
                lease.profile(),
                lease.number(),
                lease.msisdn(),
                lease.terms(),
                period,
                lease.suspended());
    }

    private static void store(DSLContext dsl, Lease lease) {
        Lease.Period period = lease.period();
        int changed =
                dsl.update(LEASE)
                        .set(LEASE.STARTS_AT, period.startsAt())
                        .set(LEASE.EXPIRES_AT, period.expiresAt())
                        .set(LEASE.GRACE_ENDS_AT, period.graceEndsAt())
                        .set(LEASE.COOLDOWN_ENDS_AT, period.cooldownEndsAt())
                        .where(LEASE.LEASE_ID.eq(lease.id().uuid()))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("lease " + lease.id() + " is gone");
        }
    }
}
