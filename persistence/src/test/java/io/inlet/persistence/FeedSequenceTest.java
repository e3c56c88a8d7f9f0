package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.FeedQuery;
import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Invariant 5. */
class FeedSequenceTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final int BATCHES = 40;
    private static final int PER_BATCH = 15;

    private final Stores stores = new Stores(db);
    private final Stores otherGateway = new Stores(db);

    @AfterEach
    void close() {
        stores.close();
        otherGateway.close();
    }

    @Test
    void an_event_is_dated_under_the_lock_of_its_feed() throws Exception {
        try (LockHolder holder = new LockHolder(db)) {
            Leased leased = stores.leased(Environment.LIVE);
            holder.lockFeedOf(leased.tenant());
            var commit = Threads.start(() -> stores.commit(Sms.to(leased.msisdn(), "late", NOON)));
            holder.awaitWaiter();
            stores.clock.advance(Duration.ofSeconds(5));
            holder.commit();
            Threads.result(commit);
            assertThat(stores.events(leased).getFirst().at()).isEqualTo(NOON.plusSeconds(5));
        }
    }

    @Test
    void one_sequence_without_gaps_is_read_while_two_gateways_write_it() throws Exception {
        List<Leased> tenants =
                List.of(
                        stores.leased(Environment.LIVE),
                        stores.leased(Environment.LIVE),
                        stores.leased(Environment.LIVE));
        List<Future<Integer>> all = new ArrayList<>();
        all.add(Threads.start(() -> write(stores, tenants, "one")));
        all.add(Threads.start(() -> write(otherGateway, tenants, "two")));
        for (Leased leased : tenants) {
            all.add(Threads.start(() -> follow(leased)));
        }
        int perTenant = 2 * BATCHES * PER_BATCH / tenants.size();
        assertThat(Threads.results(all).subList(2, 5)).containsOnly(perTenant);
    }

    private static int write(Stores gateway, List<Leased> tenants, String name) {
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Sms> messages = new ArrayList<>();
            for (int i = 0; i < PER_BATCH; i++) {
                Leased leased = tenants.get(i % tenants.size());
                messages.add(Sms.to(leased.msisdn(), name + batch + "/" + i, NOON));
            }
            gateway.commit(messages);
        }
        return BATCHES;
    }

    /** Follows until all is read, and fails at the first gap. */
    private int follow(Leased leased) {
        Cursor cursor = new Cursor(leased.tenant(), PgTime.utcDay(NOON), 0);
        Set<Object> messages = new HashSet<>();
        long end = System.nanoTime() + 60_000_000_000L;
        while (cursor.sequence() < 2 * BATCHES * PER_BATCH / 3 && System.nanoTime() < end) {
            for (FeedEntry entry : Reading.after(stores.feed, cursor, leased.lease())) {
                assertThat(entry.cursor().sequence()).isEqualTo(cursor.sequence() + 1);
                assertThat(messages.add(entry.message())).isTrue();
                cursor = entry.cursor();
            }
        }
        return messages.size();
    }

    @Test
    void pages_by_kind_and_limit_leave_nothing_out() {
        Leased leased = stores.leased(Environment.LIVE);
        Leased sameTenant = stores.leased(leased.caller());
        for (int i = 0; i < 6; i++) {
            stores.commit(
                    List.of(
                            Sms.to(leased.msisdn(), "code 12345" + i, NOON),
                            Sms.to(sameTenant.msisdn(), "not this lease " + i, NOON),
                            Sms.to(leased.msisdn(), "no code " + i, NOON)));
        }
        Cursor cursor = new Cursor(leased.tenant(), PgTime.utcDay(NOON), 0);
        List<Long> sequences = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            List<FeedEntry> entries =
                    stores.feed.read(
                            new FeedQuery(
                                    cursor, leased.lease(), Set.of(EventType.CODE_RECEIVED), 2));
            entries.forEach(entry -> sequences.add(entry.cursor().sequence()));
            cursor = entries.getLast().cursor();
        }
        assertThat(sequences).containsExactly(1L, 4L, 7L, 10L, 13L, 16L);
        assertThat(stores.feed.read(new FeedQuery(cursor, leased.lease(), Set.of(), 9))).isEmpty();
    }

    @Test
    void another_tenant_reads_nothing_of_a_lease() {
        Leased leased = stores.leased(Environment.LIVE);
        Leased other = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(leased.msisdn(), "private", NOON));
        Cursor theirs = new Cursor(other.tenant(), PgTime.utcDay(NOON), 0);
        assertThat(Reading.after(stores.feed, theirs, leased.lease())).isEmpty();
    }

    @Test
    void the_head_of_no_tenant_is_refused() {
        TenantId nobody = new TenantId(Ids.random());
        assertThatThrownBy(() -> stores.feed.head(nobody))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
