package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.NUMBER;

import io.inlet.lease.Availability;
import io.inlet.lease.Availability.Alternative;
import io.inlet.lease.Availability.Count;
import io.inlet.lease.Criterion;
import io.inlet.lease.LeaseRequest;
import io.inlet.tenant.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Counts the numbers that fit, by scans that end early: a pool of millions is not counted through
 * for somebody who wants one number. Any thread; blocks.
 */
final class PoolCounts {
    /** Where counting ends: some 5 ms of reading. */
    static final int MOST = 10_000;

    /** Enough to see which criterion is in the way. */
    private static final int MOST_ALTERNATIVES = 100;

    private final DSLContext dsl;
    private final Environment environment;
    private final Instant at;

    PoolCounts(DSLContext dsl, Environment environment, Instant at) {
        this.dsl = dsl;
        this.environment = environment;
        this.at = at;
    }

    Availability availability(LeaseRequest.Wanted wanted) {
        var taken =
                dsl.select(NUMBER.LEASED_UNTIL)
                        .from(NUMBER)
                        .where(NumberFilter.fits(environment, wanted))
                        .and(NUMBER.FREE_FROM.gt(at))
                        .limit(MOST + 1)
                        .asTable("taken");
        var leasedUntil = DSL.field("leased_until", Instant.class);
        return dsl.select(
                        DSL.count().filterWhere(leasedUntil.gt(at)),
                        DSL.count().filterWhere(leasedUntil.le(at)))
                .from(taken)
                .fetchSingle(row -> {
                    boolean more = row.value1() + row.value2() > MOST;
                    return new Availability(
                            free(wanted, MOST),
                            new Count(row.value1(), more),
                            new Count(row.value2(), more));
                });
    }

    /** What would be free without one of the criteria, for each that would help. */
    List<Alternative> alternatives(LeaseRequest.Wanted wanted) {
        List<Alternative> helping = new ArrayList<>();
        for (Criterion criterion : wanted.criteria()) {
            Count free = free(wanted.without(criterion), MOST_ALTERNATIVES);
            if (free.count() > 0) {
                helping.add(new Alternative(criterion, free));
            }
        }
        return helping;
    }

    private Count free(LeaseRequest.Wanted wanted, int most) {
        int found =
                dsl.fetchCount(
                        DSL.selectOne()
                                .from(NUMBER)
                                .where(NumberFilter.fits(environment, wanted))
                                .and(NUMBER.FREE_FROM.le(at))
                                .limit(most + 1));
        return new Count(Math.min(found, most), found > most);
    }
}
