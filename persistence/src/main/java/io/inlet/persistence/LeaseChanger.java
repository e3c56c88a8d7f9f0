package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;

import io.inlet.feed.EventType;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseState;
import io.inlet.number.NumberChange;
import io.inlet.number.NumberId;
import io.inlet.persistence.PostgresLeases.Change;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantStanding;
import io.inlet.tenant.TenantState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Extends and releases leases within a transaction. Any thread. */
final class LeaseChanger {
    private final InstantSource clock;

    LeaseChanger(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * How much longer.
     *
     * @param by the extension
     * @param longest how long the lease may run in all
     */
    record More(Duration by, Duration longest) {
        boolean allows(Duration ran) {
            // The first comparison also keeps the sum from overflowing.
            return by.isPositive()
                    && by.compareTo(longest) <= 0
                    && ran.plus(by).compareTo(longest) <= 0;
        }
    }

    Change extend(DSLContext dsl, TenantId tenant, LeaseId id, More more) {
        // Longer is as new: a tenant that gets no leases gets no more of one either.
        TenantStanding standing = TenantTable.share(dsl, tenant).standing();
        Locked locked = lock(dsl, tenant, id);
        if (locked == null) {
            return Change.none(new LeaseOutcome.NotFound());
        }
        if (standing.state() != TenantState.ACTIVE) {
            return Change.none(new LeaseOutcome.TenantHeld(standing));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Lease.Period old = locked.lease().period();
        LeaseState state = locked.lease().stateAt(now);
        if (state != LeaseState.ACTIVE) {
            return Change.none(new LeaseOutcome.WrongState(state));
        }
        Duration runs = Duration.between(old.startsAt(), old.expiresAt());
        if (!more.allows(runs)) {
            return Change.none(new LeaseOutcome.DurationNotAllowed(runs, more.longest()));
        }
        Lease moved = locked.expiring(old.expiresAt().plus(more.by()));
        return apply(dsl, locked, moved, EventType.LEASE_EXTENDED);
    }

    Change release(DSLContext dsl, TenantId tenant, LeaseId id, Instant at) {
        Locked locked = lock(dsl, tenant, id);
        if (locked == null) {
            return Change.none(new LeaseOutcome.NotFound());
        }
        // What was committed before these locks had arrived by now, and was told to its lessee.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant end = at.isBefore(now) ? now : at;
        LeaseState state = locked.lease().stateAt(end);
        if (state != LeaseState.ACTIVE) {
            return Change.none(new LeaseOutcome.WrongState(state));
        }
        // A lease has some length, be it the smallest that PostgreSQL can tell.
        Instant least = locked.lease().period().startsAt().plus(1, ChronoUnit.MICROS);
        Lease moved = locked.expiring(end.isBefore(least) ? least : end);
        return apply(dsl, locked, moved, EventType.LEASE_RELEASED);
    }

    /** Ends a lease now whatever holds it, unless it is over. */
    Change end(DSLContext dsl, TenantId tenant, LeaseId id) {
        Locked locked = lock(dsl, tenant, id);
        if (locked == null) {
            return Change.none(new LeaseOutcome.NotFound());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Lease.Period period = locked.lease().period();
        if (!now.isBefore(period.expiresAt())) {
            return Change.none(new LeaseOutcome.WrongState(locked.lease().stateAt(now)));
        }
        Instant least = period.startsAt().plus(1, ChronoUnit.MICROS);
        Lease moved = locked.expiring(now.isBefore(least) ? least : now);
        return apply(dsl, locked, moved, EventType.LEASE_RELEASED);
    }

    /** A lease whose number, feed and row are locked, in this order. */
    private record Locked(Lease lease, FeedWriter feed) {
        /** The lease with another end; grace and cooldown follow it with their old lengths. */
        Lease expiring(Instant at) {
            Lease.Period old = lease.period();
            Instant grace = at.plus(Duration.between(old.expiresAt(), old.graceEndsAt()));
            Instant cooldown =
                    grace.plus(Duration.between(old.graceEndsAt(), old.cooldownEndsAt()));
            return new Lease(
                    lease.id(),
                    lease.tenant(),
                    lease.profile(),
                    lease.number(),
                    lease.msisdn(),
                    lease.terms(),
                    new Lease.Period(old.startsAt(), at, grace, cooldown),
                    lease.suspended());
        }
    }

    private static @Nullable Locked lock(DSLContext dsl, TenantId tenant, LeaseId id) {
        // A lease never changes its number, so this may be read before anything is locked.
        NumberId number =
                dsl.select(LEASE.NUMBER_ID)
                        .from(LEASE)
                        .where(LEASE.LEASE_ID.eq(id.uuid()), LEASE.TENANT_ID.eq(tenant.uuid()))
                        .fetchOne(row -> new NumberId(row.value1()));
        if (number == null) {
            return null;
        }
        NumberChoice.lock(dsl, number);
        FeedWriter feed = FeedWriter.lock(dsl, tenant);
        return LeaseRows.select(dsl)
                .where(LEASE.LEASE_ID.eq(id.uuid()))
                .forUpdate()
                .of(LEASE)
                .fetchSingle(row -> new Locked(LeaseRows.read(row), feed));
    }

    private Change apply(DSLContext dsl, Locked locked, Lease moved, EventType type) {
        Lease.Period period = moved.period();
        int changed =
                dsl.update(LEASE)
                        .set(LEASE.EXPIRES_AT, period.expiresAt())
                        .set(LEASE.GRACE_ENDS_AT, period.graceEndsAt())
                        .set(LEASE.COOLDOWN_ENDS_AT, period.cooldownEndsAt())
                        .where(LEASE.LEASE_ID.eq(moved.id().uuid()))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("lease " + moved.id() + " is gone");
        }
        NumberChoice.occupied(dsl, moved.number(), period);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NumberChange.Kind kind =
                type == EventType.LEASE_RELEASED
                        ? NumberChange.Kind.LEASE_RELEASED
                        : NumberChange.Kind.LEASE_EXTENDED;
        NumberHistory.note(dsl, moved.number(), NumberChange.lease(kind, now, moved));
        return Change.done(moved, locked.feed().append(type, moved.id(), now));
    }
}
