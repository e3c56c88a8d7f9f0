package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseOutcome.Granted;
import io.inlet.lease.LeaseOutcome.NoNumberAvailable;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many want the same numbers at once. That none waits in a circle, no outcome would hide. */
class PoolRaceTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final LeaseFixture fixture = new LeaseFixture(db);
    private final List<Caller> callers = new ArrayList<>();

    @BeforeEach
    void prepare() {
        db.database().dsl().execute("TRUNCATE number, number_event, lease");
        for (int i = 0; i < 20; i++) {
            callers.add(db.rows().tenant(Environment.SANDBOX));
        }
    }

    @Test
    void of_a_thousand_requests_for_one_number_exactly_one_gets_it_and_all_are_answered_soon()
            throws Exception {
        var number = db.rows().numbers(Environment.SANDBOX, 1).getFirst();
        var request = LeaseFixture.request(new Wanted(number.msisdn(), null, null));
        // The first statements of each connection take their time, as none does later.
        race(100, LeaseFixture.request(new Wanted(null, "XX", null)));
        long began = System.nanoTime();
        List<LeaseOutcome> outcomes = race(1_000, request);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(outcomes).filteredOn(Granted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(NoNumberAvailable.class::isInstance).hasSize(999);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
        assertThat(deadlocks()).isZero();
    }

    @Test
    void two_hundred_requests_for_any_of_two_hundred_numbers_all_get_one() throws Exception {
        db.rows().numbers(Environment.SANDBOX, 200);
        List<LeaseOutcome> outcomes = race(200, LeaseFixture.request(Wanted.ANY));
        assertThat(outcomes).allMatch(Granted.class::isInstance);
        assertThat(outcomes.stream().map(o -> ((Granted) o).lease().number()).distinct())
                .hasSize(200);
        assertThat(deadlocks()).isZero();
    }

    private List<LeaseOutcome> race(int requests, LeaseRequest request) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<LeaseOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LeaseOutcome>> running = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                Caller caller = callers.get(i % callers.size());
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return fixture.create(caller, request);
                        }));
            }
            start.countDown();
            for (Future<LeaseOutcome> future : running) {
                outcomes.add(future.get(60, TimeUnit.SECONDS));
            }
        }
        return outcomes;
    }

    // A deadlock would also be an exception of the request that was its victim.
    private static long deadlocks() {
        return db.database()
                .dsl()
                .fetchSingle(
                        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                .get(0, Long.class);
    }
}
