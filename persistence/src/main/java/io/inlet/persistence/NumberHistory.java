package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.NUMBER_EVENT;

import io.inlet.lease.LeaseId;
import io.inlet.number.NumberChange;
import io.inlet.number.NumberId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What happened to numbers, as rows. */
final class NumberHistory {
    private NumberHistory() {}

    /** Adds a step, within a transaction that holds the lock of the number's row. */
    static void note(DSLContext dsl, NumberId number, NumberChange change) {
        var last =
                dsl.select(DSL.coalesce(DSL.max(NUMBER_EVENT.PLACE), 0).plus(1))
                        .from(NUMBER_EVENT)
                        .where(NUMBER_EVENT.NUMBER_ID.eq(number.uuid()));
        LeaseId lease = change.lease();
        dsl.insertInto(NUMBER_EVENT)
                .set(NUMBER_EVENT.NUMBER_ID, number.uuid())
                .set(NUMBER_EVENT.PLACE, DSL.field(last))
                .set(NUMBER_EVENT.AT, change.at())
                .set(NUMBER_EVENT.TYPE, Codes.of(change.kind()))
                .set(NUMBER_EVENT.LEASE_ID, lease == null ? null : lease.uuid())
                .set(NUMBER_EVENT.UNTIL, change.until())
                .set(NUMBER_EVENT.FREE_FROM, change.freeFrom())
                .set(NUMBER_EVENT.REASON, change.reason())
                .execute();
    }

    /** The steps after the first {@code after}, oldest first. */
    static List<NumberChange> read(DSLContext dsl, NumberId number, int after, int limit) {
        return dsl.selectFrom(NUMBER_EVENT)
                .where(NUMBER_EVENT.NUMBER_ID.eq(number.uuid()), NUMBER_EVENT.PLACE.gt(after))
                .orderBy(NUMBER_EVENT.PLACE)
                .limit(limit)
                .fetch(row ->
                        new NumberChange(
                                Codes.parse(NumberChange.Kind.class, row.getType()),
                                row.getAt(),
                                row.getLeaseId() == null ? null : new LeaseId(row.getLeaseId()),
                                row.getUntil(),
                                row.getFreeFrom(),
                                row.getReason()));
    }
}
