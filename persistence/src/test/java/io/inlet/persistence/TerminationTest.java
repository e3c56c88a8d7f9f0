package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.feed.CodeWait;
import io.inlet.feed.CodeWaitRequest;
import io.inlet.feed.CodeWaits;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.WaitOutcome;
import io.inlet.lease.Lease;
import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.StateReason;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantOrder;
import io.inlet.tenant.TenantStanding;
import io.inlet.tenant.TenantState;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one order of termination ends. */
class TerminationTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final Stores stores = new Stores(db).withTables();
    private final HoldKeeper keeper = stores.holdKeeper();
    private final PostgresTenants tenants = new PostgresTenants(db.database(), stores.clock);
    private final PostgresAccess access = new PostgresAccess(db.database(), stores.clock);
    private final PostgresLeases leases =
            new PostgresLeases(db.database(), db.keys(), stores.wakeups, stores.clock);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void close() {
        timer.shutdownNow();
        keeper.close();
        stores.close();
    }

    @Test
    void keys_waits_and_leases_end_and_what_follows_them_begins() throws Exception {
        TenantId tenant =
                tenants.createTenant(new LegalEntity("Over Ltd", "GB"), Environment.LIVE).id();
        ApiKey key = tenants.createPrincipal(tenant, "robot");
        Caller caller = Objects.requireNonNull(access.authenticate(key));
        Leased leased = stores.leased(caller);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ports = new CodeWaits.Ports(stores.feed, stores.reader, leases, stores.wakeups);
            var waits = new CodeWaits(ports, threads, timer, stores.clock);
            CodeWait wait =
                    waits.start(
                            new CodeWaitRequest(
                                    tenant, leased.lease(), null, NOON, Duration.ofSeconds(60)));
            CompletableFuture<WaitOutcome> outcome = wait.outcome().toCompletableFuture();

            var end = new TenantStanding(TenantState.TERMINATED, StateReason.MATERIAL_BREACH);
            new PostgresTenantOrders(db.database(), stores.clock)
                    .order(tenant, new TenantOrder.Become(end), "ada");
            assertThat(access.authenticate(key)).isNull();
            keeper.follow();

            await().atMost(Duration.ofSeconds(1)).until(outcome::isDone);
            assertThat(outcome.get()).isInstanceOf(WaitOutcome.Ended.class);
            waits.stop();
        }
        Lease.Period period = Objects.requireNonNull(leases.find(tenant, leased.lease())).period();
        assertThat(period.expiresAt()).isEqualTo(NOON);
        assertThat(period.graceEndsAt()).isEqualTo(NOON.plus(Duration.ofHours(2)));
        assertThat(stores.events(leased))
                .extracting(FeedEntry::type)
                .containsExactly(EventType.LEASE_RELEASED, EventType.LEASE_SUSPENDED);
        var row = db.database().dsl().fetchSingle(TENANT, TENANT.TENANT_ID.eq(tenant.uuid()));
        assertThat(row.getStateSince()).isEqualTo(NOON);
        assertThat(row.getHoldsDue()).isFalse();
        assertThat(stores.commit(Sms.to(leased.msisdn(), "late", NOON.plusSeconds(1))))
                .isInstanceOf(io.inlet.intake.Disposition.Quarantined.class);
    }
}
