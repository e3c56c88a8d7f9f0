package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.NUMBER;
import static io.inlet.persistence.jooq.Tables.NUMBER_EVENT;

import io.inlet.feed.EventType;
import io.inlet.lease.LeaseId;
import io.inlet.number.Coverage;
import io.inlet.number.ImportOutcome;
import io.inlet.number.KnownNumber;
import io.inlet.number.LineType;
import io.inlet.number.NumberChange;
import io.inlet.number.NumberId;
import io.inlet.number.NumberLine;
import io.inlet.number.NumberStore;
import io.inlet.number.PoolNumber;
import io.inlet.number.Standing;
import io.inlet.number.StandingOutcome;
import io.inlet.persistence.jooq.tables.records.NumberRecord;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The pool of numbers. Any thread; calls block. */
public final class PostgresNumbers implements NumberStore {
    private static final int FETCH = 1_000;

    private final Database database;
    private final InstantSource clock;

    public PostgresNumbers(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public ImportOutcome importNumbers(Iterator<NumberLine> lines) {
        try (Transaction transaction = new Transaction(database.dataSource())) {
            transaction.begin();
            ImportOutcome outcome = new NumberImport(transaction.connection(), clock).run(lines);
            if (outcome instanceof ImportOutcome.Imported) {
                transaction.commit();
            }
            return outcome;
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
    }

    @Override
    public void export(Consumer<PoolNumber> each) {
        database.run(dsl -> {
            try (var rows =
                    dsl.selectFrom(NUMBER).orderBy(NUMBER.MSISDN).fetchSize(FETCH).fetchLazy()) {
                rows.forEach(row -> each.accept(NumberRows.number(row)));
            }
        });
    }

    @Override
    public @Nullable NumberId id(Msisdn msisdn) {
        return database.dsl()
                .select(NUMBER.NUMBER_ID)
                .from(NUMBER)
                .where(NUMBER.MSISDN.eq(msisdn.digits()))
                .fetchOne(row -> new NumberId(row.value1()));
    }

    @Override
    public @Nullable KnownNumber find(NumberId id) {
        return find(database.dsl(), id);
    }

    private static @Nullable KnownNumber find(DSLContext dsl, NumberId id) {
        return dsl.selectFrom(NUMBER)
                .where(NUMBER.NUMBER_ID.eq(id.uuid()))
                .fetchOne(row -> known(dsl, row));
    }

    private static KnownNumber known(DSLContext dsl, NumberRecord row) {
        LeaseId lease =
                dsl.select(NUMBER_EVENT.LEASE_ID)
                        .from(NUMBER_EVENT)
                        .where(
                                NUMBER_EVENT.NUMBER_ID.eq(row.getNumberId()),
                                NUMBER_EVENT.LEASE_ID.isNotNull())
                        .orderBy(NUMBER_EVENT.PLACE.desc())
                        .limit(1)
                        .fetchOne(event -> new LeaseId(event.value1()));
        return new KnownNumber(
                new NumberId(row.getNumberId()),
                NumberRows.number(row),
                NumberRows.position(row),
                lease);
    }

    @Override
    public List<NumberChange> history(NumberId id, int after, int limit) {
        return NumberHistory.read(database.dsl(), id, after, limit);
    }

    @Override
    public StandingOutcome stand(NumberId id, PoolNumber.Service service) {
        return database.transaction(dsl -> stand(dsl, id, service));
    }

    private StandingOutcome stand(DSLContext dsl, NumberId id, PoolNumber.Service service) {
        Standing now =
                dsl.selectFrom(NUMBER)
                        .where(NUMBER.NUMBER_ID.eq(id.uuid()))
                        .forUpdate()
                        .fetchOne(NumberRows::standing);
        if (now == null) {
            return new StandingOutcome.NotFound();
        }
        if (now == service.standing()) {
            return new StandingOutcome.Already(now);
        }
        FeedWriter feed = FeedWriter.lock(dsl, Tenant.SYSTEM);
        Instant at = PgTime.floor(clock.instant());
        int changed =
                dsl.update(NUMBER)
                        .set(NUMBER.STANDING, Codes.of(service.standing()))
                        .set(NUMBER.STANDING_REASON, service.reason())
                        .where(NUMBER.NUMBER_ID.eq(id.uuid()))
                        .execute();
        Rows.expect(1, changed);
        NumberHistory.note(
                dsl, id, NumberChange.standing(service.standing(), at, service.reason()));
        String why = service.reason() == null ? "" : ": " + service.reason();
        feed.append(event(service.standing()), id + why, at);
        KnownNumber number = find(dsl, id);
        if (number == null) {
            throw new IllegalStateException("number " + id + " is gone");
        }
        return new StandingOutcome.Changed(number);
    }

    private static EventType event(Standing standing) {
        return switch (standing) {
            case IN_SERVICE -> EventType.NUMBER_REINSTATED;
            case QUARANTINED -> EventType.NUMBER_QUARANTINED;
            case SUSPENDED -> EventType.NUMBER_SUSPENDED;
            case RETIRED -> EventType.NUMBER_RETIRED;
        };
    }

    @Override
    public List<Coverage> coverage() {
        Instant now = PgTime.floor(clock.instant());
        var leased = NUMBER.LEASED_UNTIL.gt(now);
        var inService = DSL.condition(NUMBER.IN_SERVICE);
        var resting = leased.not().and(inService);
        return database.dsl()
                .select(NUMBER.ENVIRONMENT, NUMBER.COUNTRY, NUMBER.LINE_TYPE, NUMBER.CARRIER)
                .select(
                        DSL.count().filterWhere(resting.and(NUMBER.FREE_FROM.le(now))),
                        DSL.count().filterWhere(leased),
                        DSL.count().filterWhere(resting.and(NUMBER.FREE_FROM.gt(now))),
                        DSL.count().filterWhere(leased.not().and(DSL.not(inService))))
                .from(NUMBER)
                .groupBy(NUMBER.ENVIRONMENT, NUMBER.COUNTRY, NUMBER.LINE_TYPE, NUMBER.CARRIER)
                .orderBy(NUMBER.ENVIRONMENT, NUMBER.COUNTRY, NUMBER.LINE_TYPE, NUMBER.CARRIER)
                .fetch(row ->
                        new Coverage(
                                Codes.parse(Environment.class, row.get(NUMBER.ENVIRONMENT)),
                                row.get(NUMBER.COUNTRY),
                                Codes.parse(LineType.class, row.get(NUMBER.LINE_TYPE)),
                                row.get(NUMBER.CARRIER),
                                new Coverage.Counts(
                                        row.get(4, Integer.class),
                                        row.get(5, Integer.class),
                                        row.get(6, Integer.class),
                                        row.get(7, Integer.class))));
    }
}
