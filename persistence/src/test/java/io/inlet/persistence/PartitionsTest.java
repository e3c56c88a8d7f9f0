package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.StoreUnavailableException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PartitionsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    @Test
    void a_week_ahead_is_made_at_the_start() {
        SettableClock clock = new SettableClock(NOON.plus(Duration.ofDays(100)));
        try (Partitions partitions = new Partitions(db.database(), clock)) {
            partitions.start();
            LocalDate today = PgTime.utcDay(clock.instant());
            for (int day = 0; day <= 7; day++) {
                assertThat(exists(today.plusDays(day))).isTrue();
            }
            assertThat(exists(today.minusDays(1))).isFalse();
            assertThat(exists(today.plusDays(8))).isFalse();

            clock.advance(Duration.ofDays(1));
            partitions.makeAhead();
            assertThat(exists(today.plusDays(8))).isTrue();
        }
    }

    @Test
    void a_day_out_of_the_ordinary_gets_its_partition_on_demand() {
        try (Stores stores = new Stores(db)) {
            for (int days : new int[] {-400, 55, 7}) {
                var at = NOON.plus(Duration.ofDays(days));
                assertThat(stores.commit(Sms.to("15550001234", "day " + days, at)))
                        .isInstanceOf(Quarantined.class);
                assertThat(exists(PgTime.utcDay(at))).isTrue();
            }
        }
    }

    @Test
    void gateways_that_need_the_same_days_at_once_all_get_them() throws Exception {
        List<LocalDate> days =
                LocalDate.of(2050, 1, 1).datesUntil(LocalDate.of(2050, 1, 6)).toList();
        CyclicBarrier barrier = new CyclicBarrier(4);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Callable<Boolean> gateway =
                    () -> {
                        try (Partitions partitions =
                                new Partitions(db.database(), new SettableClock(NOON))) {
                            barrier.await(60, TimeUnit.SECONDS);
                            partitions.ensure(days);
                            return true;
                        }
                    };
            all.add(Threads.start(gateway));
        }
        assertThat(Threads.results(all)).containsOnly(true);
        assertThat(days).allMatch(PartitionsTest::exists);
    }

    @Test
    void a_long_read_and_writers_do_not_stand_in_the_way() {
        LocalDate day = LocalDate.of(2051, 1, 1);
        try (LockHolder reader = new LockHolder(db);
                Partitions partitions = new Partitions(db.database(), new SettableClock(NOON))) {
            reader.run("LOCK TABLE messages, feed IN ACCESS SHARE MODE");
            reader.run("LOCK TABLE messages, feed IN ROW EXCLUSIVE MODE");
            partitions.ensure(List.of(day));
        }
        assertThat(exists(day)).isTrue();
    }

    @Test
    void a_lock_in_the_way_is_waited_for_in_short_turns() throws Exception {
        LocalDate day = LocalDate.of(2052, 1, 1);
        try (LockHolder ddl = new LockHolder(db);
                Partitions partitions = new Partitions(db.database(), new SettableClock(NOON));
                var executor = Executors.newSingleThreadExecutor()) {
            ddl.run("LOCK TABLE feed IN SHARE UPDATE EXCLUSIVE MODE");
            Future<?> making = executor.submit(() -> partitions.ensure(List.of(day)));
            ddl.awaitWaiter();
            assertThat(exists(day)).isFalse();
            ddl.commit();
            Threads.result(making);
        }
        assertThat(exists(day)).isTrue();
    }

    @Test
    void others_who_make_partitions_are_waited_for_longer_than_a_table() throws Exception {
        LocalDate day = LocalDate.of(2054, 1, 1);
        try (LockHolder other = new LockHolder(db);
                Partitions partitions = new Partitions(db.database(), new SettableClock(NOON));
                var executor = Executors.newSingleThreadExecutor()) {
            other.run("SELECT pg_advisory_xact_lock(" + Partitions.ADVISORY_LOCK + ")");
            Future<?> making = executor.submit(() -> partitions.ensure(List.of(day)));
            other.awaitWaiter(Duration.ofMillis(1_200));
            other.commit();
            Threads.result(making);
        }
        assertThat(exists(day)).isTrue();
    }

    @Test
    void a_lock_held_for_good_makes_it_give_up() {
        LocalDate day = LocalDate.of(2053, 1, 1);
        try (LockHolder ddl = new LockHolder(db);
                Partitions partitions = new Partitions(db.database(), new SettableClock(NOON))) {
            ddl.run("LOCK TABLE feed IN SHARE UPDATE EXCLUSIVE MODE");
            assertThatThrownBy(() -> partitions.ensure(List.of(day)))
                    .isInstanceOf(StoreUnavailableException.class);
            ddl.commit();
            // Nothing half-made is left, and the next one that comes makes it.
            partitions.ensure(List.of(day));
        }
        assertThat(exists(day)).isTrue();
    }

    private static boolean exists(LocalDate day) {
        String suffix = day.toString().replace("-", "");
        return isAttached("messages_" + suffix) && isAttached("feed_" + suffix);
    }

    private static boolean isAttached(String table) {
        return Boolean.TRUE.equals(
                db.database()
                        .dsl()
                        .fetchValue(
                                "SELECT EXISTS (SELECT 1 FROM pg_inherits WHERE inhrelid ="
                                        + " to_regclass('%s'))".formatted(table)));
    }
}
