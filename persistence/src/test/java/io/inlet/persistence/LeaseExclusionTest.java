package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.NUMBER;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.intake.DataRefusedException;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseOutcome.Granted;
import io.inlet.lease.LeaseOutcome.NoNumberAvailable;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.number.NumberId;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exclusive leases of one number never overlap, their rest included. */
class LeaseExclusionTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final int CALLERS = 8;

    private final LeaseFixture fixture = new LeaseFixture(db);

    @AfterEach
    void emptyPool() {
        db.database()
                .dsl()
                .update(NUMBER)
                .set(NUMBER.STANDING, "retired")
                .set(NUMBER.STANDING_REASON, "the test is over")
                .execute();
    }

    @Test
    void a_lease_of_a_number_excludes_every_other() throws Exception {
        var number = db.rows().numbers(Environment.SANDBOX, 1).getFirst();
        Wanted wanted = new Wanted(number.msisdn(), null, null);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(db.rows().tenant(Environment.SANDBOX));
        }
        List<LeaseOutcome> outcomes =
                atOnce(i -> fixture.create(callers.get(i), LeaseFixture.request(wanted)));
        assertThat(outcomes).filteredOn(Granted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(NoNumberAvailable.class::isInstance).hasSize(CALLERS - 1);
    }

    @Test
    void parallel_requests_of_one_tenant_get_different_numbers_and_one_sequence() throws Exception {
        db.rows().numbers(Environment.SANDBOX, CALLERS);
        Caller caller = db.rows().tenant(Environment.SANDBOX);
        List<LeaseOutcome> outcomes =
                atOnce(i -> fixture.create(caller, LeaseFixture.request(Wanted.ANY)));
        assertThat(outcomes).allMatch(Granted.class::isInstance);
        assertThat(outcomes.stream().map(o -> ((Granted) o).lease().number()).distinct())
                .hasSize(CALLERS);
        assertThat(
                        db.database()
                                .dsl()
                                .select(FEED.SEQUENCE)
                                .from(FEED)
                                .where(FEED.TENANT_ID.eq(caller.tenant().uuid()))
                                .orderBy(FEED.SEQUENCE)
                                .fetch(FEED.SEQUENCE))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, CALLERS).boxed().toList());
    }

    @Test
    void parallel_changes_of_the_leases_of_one_tenant_do_not_deadlock() throws Exception {
        db.rows().numbers(Environment.SANDBOX, 2 * CALLERS);
        Caller caller = db.rows().tenant(Environment.SANDBOX);
        var request = LeaseFixture.request(Wanted.ANY);
        var lease = fixture.granted(fixture.create(caller, request)).lease();
        List<LeaseOutcome> outcomes =
                atOnce(i ->
                        i % 2 == 0
                                ? fixture.leases.extend(
                                        caller,
                                        lease.id(),
                                        Duration.ofMinutes(1),
                                        Duration.ofDays(1))
                                : fixture.create(caller, request));
        assertThat(outcomes).allMatch(Granted.class::isInstance);
        assertThat(
                        requireNonNull(fixture.leases.find(caller.tenant(), lease.id()))
                                .period()
                                .expiresAt())
                .isEqualTo(lease.period().expiresAt().plus(Duration.ofMinutes(CALLERS / 2)));
    }

    @Test
    void the_exclusion_constraint_refuses_an_overlap_past_the_lock() {
        var number = db.rows().numbers(Environment.SANDBOX, 1).getFirst();
        Caller caller = db.rows().tenant(Environment.SANDBOX);
        db.rows().lease(caller, number.id(), fixture.period());
        fixture.clock.advance(Duration.ofHours(26));
        assertThatThrownBy(() -> db.rows().lease(caller, number.id(), fixture.period()))
                .isInstanceOf(DataRefusedException.class)
                .hasMessageContaining("23P01");

        pretendFree(number.id());
        assertThat(fixture.create(caller, LeaseFixture.request(Wanted.ANY)))
                .isInstanceOf(NoNumberAvailable.class);
    }

    private void pretendFree(NumberId number) {
        db.database()
                .dsl()
                .update(NUMBER)
                .set(NUMBER.FREE_FROM, Instant.EPOCH)
                .where(NUMBER.NUMBER_ID.eq(number.uuid()))
                .execute();
    }

    private interface Request {
        LeaseOutcome make(int index);
    }

    private static List<LeaseOutcome> atOnce(Request request) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        List<LeaseOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<LeaseOutcome>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int index = i;
                Callable<LeaseOutcome> task =
                        () -> {
                            start.await(60, TimeUnit.SECONDS);
                            return request.make(index);
                        };
                running.add(threads.submit(task));
            }
            for (Future<LeaseOutcome> future : running) {
                outcomes.add(future.get(60, TimeUnit.SECONDS));
            }
        }
        return outcomes;
    }
}
