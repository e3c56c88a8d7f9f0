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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.impl.DSL;
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
        List<Condition> fits = fits(environment, wanted);
        var free = DSL.field(NUMBER.FREE_FROM.le(at));
        if (wanted.msisdn() == null) {
            return dsl.select(NUMBER.NUMBER_ID, NUMBER.MSISDN, free)
                    .from(NUMBER)
                    .where(fits)
                    .and(NUMBER.FREE_FROM.le(at))
                    .orderBy(NUMBER.FREE_FROM)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()
                    .fetchOne(NumberChoice::read);
        }
        return dsl.select(NUMBER.NUMBER_ID, NUMBER.MSISDN, free)
                .from(NUMBER)
                .where(fits)
                .and(NUMBER.MSISDN.eq(wanted.msisdn().digits()))
                .forUpdate()
                .fetchOne(row -> row.value3() ? read(row) : null);
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

    private static List<Condition> fits(Environment environment, LeaseRequest.Wanted wanted) {
        List<Condition> fits = new ArrayList<>();
        fits.add(DSL.condition(NUMBER.IN_SERVICE));
        fits.add(NUMBER.ENVIRONMENT.eq(Codes.of(environment)));
        if (wanted.country() != null) {
            fits.add(NUMBER.COUNTRY.eq(wanted.country()));
        }
        if (wanted.lineType() != null) {
            fits.add(NUMBER.LINE_TYPE.eq(Codes.of(wanted.lineType())));
        }
        return fits;
    }

    private static NumberChoice read(Record3<java.util.UUID, String, Boolean> row) {
        return new NumberChoice(new NumberId(row.value1()), new Msisdn(row.value2()));
    }
}
