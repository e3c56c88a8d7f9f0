package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.NUMBER;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseRequest;
import io.inlet.number.NumberId;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;

/** A number whose row is locked, by the first lock of every change of a lease. */
record NumberChoice(NumberId id, Msisdn msisdn) {
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
        return dsl.select(NUMBER.NUMBER_ID, NUMBER.MSISDN)
                .from(NUMBER)
                .where(fits)
                .and(NUMBER.FREE_FROM.le(at))
                .orderBy(NUMBER.FREE_FROM)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOne(NumberChoice::read);
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
