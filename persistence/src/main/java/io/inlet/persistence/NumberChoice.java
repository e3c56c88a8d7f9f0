package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.NUMBER;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseRequest;
import io.inlet.number.NumberId;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A number whose row is locked, by the first lock of every change of a lease. */
record NumberChoice(NumberId id, Msisdn msisdn) {
    /** Among so many that rested longest a common wish is found: some 2 ms of reading. */
    static final int NEAR = 1_000;

    /** More than others lock at one time. */
    private static final int CANDIDATES = 20;

    /** The order of rest, in a form that no index has: all that fit are found first, and sorted. */
    private static final Field<?> BY_FILTER =
            DSL.field("{0} + interval '0'", Instant.class, NUMBER.FREE_FROM);

    /**
     * Locks a number that fits and is free at {@code at}, or finds none. When any will do, the one
     * that has rested longest, past those that others are about to take; a number asked for by name
     * is waited for.
     */
    static @Nullable NumberChoice lock(
            DSLContext dsl, Environment environment, LeaseRequest.Wanted wanted, Instant at) {
        List<Condition> fits = NumberFilter.fits(environment, wanted);
        if (wanted.msisdn() != null) {
            return lockNamed(dsl, fits, at);
        }
        if (NumberFilter.isServed(wanted)) {
            return lockFirst(dsl, fits, at, NUMBER.FREE_FROM);
        }
        NumberChoice near = lockNear(dsl, fits, NumberFilter.served(environment, wanted), at);
        return near != null ? near : lockFirst(dsl, fits, at, BY_FILTER);
    }

    private static @Nullable NumberChoice lockFirst(
            DSLContext dsl, List<Condition> fits, Instant at, Field<?> order) {
        return dsl.select(NUMBER.NUMBER_ID, NUMBER.MSISDN)
                .from(NUMBER)
                .where(fits)
                .and(NUMBER.FREE_FROM.le(at))
                .orderBy(order)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOne(NumberChoice::read);
    }

    // What no index has in the order of rest is looked for among those that rested longest, and
    // only
    // then in the whole pool: else a rare wish would read its way through half a million numbers.
    private static @Nullable NumberChoice lockNear(
            DSLContext dsl, List<Condition> fits, List<Condition> served, Instant at) {
        var longest =
                dsl.selectFrom(NUMBER)
                        .where(served)
                        .and(NUMBER.FREE_FROM.le(at))
                        .orderBy(NUMBER.FREE_FROM)
                        .limit(NEAR)
                        .asTable(NUMBER.getName());
        List<UUID> candidates =
                dsl.select(NUMBER.NUMBER_ID)
                        .from(longest)
                        .where(fits)
                        .orderBy(NUMBER.FREE_FROM)
                        .limit(CANDIDATES)
                        .fetch(NUMBER.NUMBER_ID);
        if (candidates.isEmpty()) {
            return null;
        }
        List<Condition> these = new ArrayList<>(fits);
        these.add(NUMBER.NUMBER_ID.in(candidates));
        return lockFirst(dsl, these, at, BY_FILTER);
    }

    // Looked at before it is locked: a thousand who want a number that somebody has just got would
    // wait for each other's locks only to be refused.
    private static @Nullable NumberChoice lockNamed(
            DSLContext dsl, List<Condition> fits, Instant at) {
        var free =
                dsl.select(NUMBER.NUMBER_ID, NUMBER.MSISDN)
                        .from(NUMBER)
                        .where(fits)
                        .and(NUMBER.FREE_FROM.le(at));
        if (free.fetchOne() == null) {
            return null;
        }
        return free.forUpdate().fetchOne(NumberChoice::read);
    }

    /** Locks the number of a lease. */
    static void lock(DSLContext dsl, NumberId id) {
        dsl.selectOne()
                .from(NUMBER)
                .where(NUMBER.NUMBER_ID.eq(id.uuid()))
                .forUpdate()
                .fetchSingle();
    }

    /** Notes until when the number is leased, and from when it can be leased again. */
    static void occupied(DSLContext dsl, NumberId id, Lease.Period period) {
        int changed =
                dsl.update(NUMBER)
                        .set(NUMBER.LEASED_UNTIL, period.expiresAt())
                        .set(NUMBER.FREE_FROM, period.cooldownEndsAt())
                        .where(NUMBER.NUMBER_ID.eq(id.uuid()))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("number " + id + " is gone");
        }
    }

    /** Notes from when the number can be leased again, where only its rest changes. */
    static void freeFrom(DSLContext dsl, NumberId id, Instant at) {
        int changed =
                dsl.update(NUMBER)
                        .set(NUMBER.FREE_FROM, at)
                        .where(NUMBER.NUMBER_ID.eq(id.uuid()))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("number " + id + " is gone");
        }
    }

    private static NumberChoice read(Record2<UUID, String> row) {
        return new NumberChoice(new NumberId(row.value1()), new Msisdn(row.value2()));
    }
}
