package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.feed.Wakeups;
import io.inlet.lease.LeaseOutcome;
import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.Environment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Invariant 4, with the real release running against the real commit. */
class ReleaseRaceTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    /** Goes on from noon at the pace of time. */
    private final InstantSource clock =
            Clock.offset(
                    Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)),
                    Duration.between(Instant.now().truncatedTo(ChronoUnit.SECONDS), NOON));

    private static final int LEASES = 40;
    private static final int BATCHES = 6;
    private static final int PER_BATCH = 5;

    @Test
    void however_releases_and_commits_interleave_nothing_after_the_release_is_shown()
            throws Exception {
        try (Stores stores = new Stores(db);
                Stores otherGateway = new Stores(db)) {
            var leases = new PostgresLeases(db.database(), db.keys(), new Wakeups(), clock);
            stores.partitions.makeAhead();
            for (int i = 0; i < LEASES; i++) {
                Leased leased = stores.leased(Environment.LIVE);
                CyclicBarrier start = new CyclicBarrier(3);
                Instant asked = clock.instant();
                List<Future<?>> all = new ArrayList<>();
                all.add(Threads.start(() -> commit(stores, leased, start)));
                all.add(Threads.start(() -> commit(otherGateway, leased, start)));
                Future<LeaseOutcome> release =
                        Threads.start(() -> {
                            start.await(60, TimeUnit.SECONDS);
                            return leases.release(leased.caller(), leased.lease(), asked);
                        });
                for (Future<?> future : all) {
                    Threads.result(future);
                }
                assertThat(Threads.result(release)).isInstanceOf(LeaseOutcome.Granted.class);
                stores.commit(Sms.to(leased.msisdn(), "after", clock.instant()));
            }
        }
        // What the lessee was shown had arrived before the release, and all of that is the
        // lessee's.
        assertThat(
                        count(
                                "messages m JOIN lease l USING (lease_id)"
                                        + " WHERE m.received_at >= l.expires_at"))
                .isZero();
        assertThat(
                        count(
                                "messages m JOIN lease l USING (number_id)"
                                        + " WHERE m.lease_id IS NULL"
                                        + " AND m.received_at < l.expires_at"))
                .isZero();
        assertThat(count("messages WHERE lease_id IS NULL")).isPositive();
        assertThat(count("messages")).isEqualTo(2L * LEASES * BATCHES * PER_BATCH + LEASES);
    }

    /** What each gateway commits arrives as it goes: some before the release, some after. */
    private int commit(Stores gateway, Leased leased, CyclicBarrier start) throws Exception {
        start.await(60, TimeUnit.SECONDS);
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Sms> messages = new ArrayList<>();
            for (int i = 0; i < PER_BATCH; i++) {
                Instant at = clock.instant();
                String text = System.identityHashCode(gateway) + " " + batch + " " + i;
                messages.add(Sms.to(leased.msisdn(), text, at));
            }
            gateway.commit(messages);
        }
        return BATCHES;
    }

    private static long count(String from) {
        return db.database().dsl().fetchSingle("SELECT count(*) FROM " + from).get(0, Long.class);
    }
}
