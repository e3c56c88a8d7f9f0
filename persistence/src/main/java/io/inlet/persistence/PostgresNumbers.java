package io.inlet.persistence;

import io.inlet.id.Uuid7;
import io.inlet.intake.DataRefusedException;
import io.inlet.number.NumberStore;
import io.inlet.number.PoolNumber;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;

/** The pool of numbers. Any thread; calls block. */
public final class PostgresNumbers implements NumberStore {
    /** Rows a statement: far from the statement's timeout, and large enough to cost nothing. */
    private static final int BATCH = 5_000;

    private static final String INSERT =
            """
            INSERT INTO number (number_id, msisdn, country, line_type, environment,
                carrier, contract_ref, licence_ref, acquired_on, usage_policy)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::date[], ?::text[])
            ON CONFLICT (msisdn) DO NOTHING
            """;

    private final Database database;
    private final InstantSource clock;

    public PostgresNumbers(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public int importNumbers(List<PoolNumber> numbers) {
        // In one order for all, so that two imports wait for each other and never deadlock.
        List<PoolNumber> sorted =
                numbers.stream().sorted(Comparator.comparing(n -> n.msisdn().digits())).toList();
        try {
            return database.transaction(dsl -> insert(dsl, sorted));
        } catch (DataRefusedException e) {
            if (StoreFailures.isMissingReference(e)) {
                throw new IllegalArgumentException(
                        "a number names a carrier that is not known: configure the carrier first",
                        e);
            }
            throw e;
        }
    }

    private int insert(DSLContext dsl, List<PoolNumber> numbers) {
        int added = 0;
        for (int from = 0; from < numbers.size(); from += BATCH) {
            added +=
                    insertBatch(dsl, numbers.subList(from, Math.min(from + BATCH, numbers.size())));
        }
        return added;
    }

    private int insertBatch(DSLContext dsl, List<PoolNumber> batch) {
        return dsl.execute(
                INSERT,
                batch.stream().map(n -> Uuid7.mint(clock.instant())).toArray(UUID[]::new),
                texts(batch, n -> n.msisdn().digits()),
                texts(batch, PoolNumber::country),
                texts(batch, n -> Codes.of(n.lineType())),
                texts(batch, n -> Codes.of(n.environment())),
                texts(batch, n -> n.provenance().carrier()),
                texts(batch, n -> n.provenance().contractRef()),
                texts(batch, n -> n.provenance().licenceRef()),
                batch.stream().map(n -> n.provenance().acquiredOn()).toArray(LocalDate[]::new),
                texts(batch, n -> n.provenance().usagePolicy()));
    }

    private static String[] texts(List<PoolNumber> batch, Function<PoolNumber, String> text) {
        return batch.stream().map(text).toArray(String[]::new);
    }
}
