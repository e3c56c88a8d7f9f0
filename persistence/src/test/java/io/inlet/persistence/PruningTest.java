package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class PruningTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Duration HORIZON = Duration.ofDays(2);

    private final SettableClock clock = new SettableClock(NOON.plus(HORIZON));
    private final Pruning pruning = new Pruning(db.database(), HORIZON, clock);

    @AfterEach
    void close() {
        pruning.close();
        db.database().dsl().deleteFrom(DELIVERY).execute();
    }

    @Test
    void deliveries_older_than_the_horizon_are_deleted_in_several_statements() {
        deliver(12_000, "2040-03-05T11:59:59.999Z");
        deliver(3, "2040-03-05T12:00:00Z");
        assertThat(pruning.prune()).isEqualTo(12_000);
        assertThat(db.database().dsl().fetchCount(DELIVERY)).isEqualTo(3);
        clock.advance(Duration.ofNanos(1000));
        assertThat(pruning.prune()).isEqualTo(3);
    }

    @Test
    void a_row_that_a_commit_holds_is_left_for_the_next_time() {
        deliver(2, "2040-03-05T11:00:00Z");
        try (LockHolder holder = new LockHolder(db)) {
            holder.run("SELECT 1 FROM delivery LIMIT 1 FOR UPDATE");
            assertThat(pruning.prune()).isEqualTo(1);
        }
        assertThat(pruning.prune()).isEqualTo(1);
    }

    @Test
    void old_rows_are_found_without_reading_the_new_ones() {
        String plan =
                db.database()
                        .transaction(dsl -> {
                            dsl.execute("SET LOCAL enable_seqscan = off");
                            return dsl.fetch(
                                            "EXPLAIN " + Pruning.PRUNE,
                                            clock.instant().atOffset(ZoneOffset.UTC),
                                            5_000)
                                    .format();
                        });
        assertThat(plan).contains("delivery_by_arrival").contains("Index Cond: (arrived_at <");
    }

    private static void deliver(int rows, String at) {
        db.database()
                .dsl()
                .execute(
                        "INSERT INTO delivery (fingerprint, message_id, session_id, arrived_at)"
                                + " SELECT gen_random_uuid(), gen_random_uuid(),"
                                + " gen_random_uuid(), '%s' FROM generate_series(1, %d)"
                                        .formatted(at, rows));
    }
}
