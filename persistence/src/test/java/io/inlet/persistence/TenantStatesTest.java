package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.lease.LeaseState;
import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.Environment;
import io.inlet.tenant.StateReason;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantOrder;
import io.inlet.tenant.TenantOutcome;
import io.inlet.tenant.TenantStanding;
import io.inlet.tenant.TenantState;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a tenant's state does to its leases, and when. */
class TenantStatesTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final TenantStanding SUSPENDED =
            new TenantStanding(TenantState.SUSPENDED, StateReason.NONPAYMENT);

    private final Stores stores = new Stores(db).withTables();
    private final PostgresTenantOrders orders =
            new PostgresTenantOrders(db.database(), stores.clock);
    private final HoldKeeper keeper = stores.holdKeeper();
    private final PostgresLeases leases =
            new PostgresLeases(db.database(), db.keys(), stores.wakeups, stores.clock);

    @AfterEach
    void close() {
        keeper.close();
        stores.close();
    }

    @Test
    void suspended_tenant_sees_nothing_from_the_order_on() {
        Leased leased = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(leased.msisdn(), "before", NOON)); // and the lease is remembered
        become(leased.tenant(), SUSPENDED);

        assertThat(stateOf(leased)).isEqualTo(LeaseState.SUSPENDED);
        var id = Stores.id(stores.commit(Sms.to(leased.msisdn(), "while", NOON)));
        assertThat(stores.row(id).getStatus()).isEqualTo("withheld");
        assertThat(types(leased)).containsExactly(EventType.MESSAGE_RECEIVED);
    }

    @Test
    void leases_are_held_with_an_event_and_let_go_again() {
        Leased leased = stores.leased(Environment.LIVE);
        become(leased.tenant(), SUSPENDED);
        keeper.follow();
        assertThat(holds(leased)).containsExactly("tenant");
        become(leased.tenant(), TenantStanding.ACTIVE);
        // Its hold is lifted by the one that put it, a moment later.
        assertThat(stateOf(leased)).isEqualTo(LeaseState.SUSPENDED);
        keeper.follow();

        assertThat(holds(leased)).isEmpty();
        assertThat(stateOf(leased)).isEqualTo(LeaseState.ACTIVE);
        assertThat(types(leased))
                .containsExactly(EventType.LEASE_SUSPENDED, EventType.LEASE_RESUMED);
        assertThat(details(leased)).containsExactly("tenant", "tenant");
    }

    @Test
    void hold_of_another_cause_stays() {
        Leased leased = stores.leased(Environment.LIVE);
        stores.suspend(leased, true);
        become(leased.tenant(), SUSPENDED);
        keeper.follow();
        assertThat(holds(leased)).containsExactly("operator", "tenant");
        become(leased.tenant(), TenantStanding.ACTIVE);
        keeper.follow();

        assertThat(holds(leased)).containsExactly("operator");
        assertThat(types(leased)).isEmpty();
    }

    @Test
    void more_leases_than_fit_a_page_are_all_held() {
        var caller = db.rows().tenant(Environment.LIVE);
        for (int i = 0; i < 60; i++) {
            stores.leased(caller);
        }
        become(caller.tenant(), SUSPENDED);
        keeper.follow();
        assertThat(
                        db.database()
                                .dsl()
                                .fetchCount(
                                        LEASE,
                                        LEASE.TENANT_ID
                                                .eq(caller.tenant().uuid())
                                                .and(LEASE.SUSPENDED)))
                .isEqualTo(60);
        assertThat(due(caller.tenant())).isFalse();
    }

    @Test
    void sub_account_is_shut_with_its_parent_and_by_itself() {
        Leased parent = stores.leased(Environment.LIVE);
        Leased sub = stores.leased(Environment.LIVE);
        setParent(sub.tenant(), parent.tenant());
        become(sub.tenant(), SUSPENDED);
        become(parent.tenant(), SUSPENDED);
        become(parent.tenant(), TenantStanding.ACTIVE);
        assertThat(stateOf(parent)).isEqualTo(LeaseState.ACTIVE);
        assertThat(stateOf(sub)).isEqualTo(LeaseState.SUSPENDED);

        become(parent.tenant(), SUSPENDED);
        become(sub.tenant(), TenantStanding.ACTIVE);
        assertThat(stateOf(sub)).isEqualTo(LeaseState.SUSPENDED);
        keeper.follow();
        assertThat(holds(sub)).containsExactly("tenant");
    }

    @Test
    void every_order_is_an_event_of_the_gateway_with_who_gave_it() {
        TenantId tenant = db.rows().tenant(Environment.LIVE).tenant();
        become(tenant, SUSPENDED);
        assertThat(
                        db.database()
                                .dsl()
                                .select(FEED.DETAIL)
                                .from(FEED)
                                .where(FEED.TENANT_ID.eq(Tenant.SYSTEM.uuid()))
                                .fetch(FEED.DETAIL))
                .contains(tenant + " suspended: nonpayment by ada");
    }

    @Test
    void what_cannot_be_ordered_is_said() {
        TenantId tenant = db.rows().tenant(Environment.LIVE).tenant();
        var toActive = new TenantOrder.Become(TenantStanding.ACTIVE);
        assertThat(orders.order(tenant, toActive, "ada"))
                .isEqualTo(new TenantOutcome.WrongState(TenantState.ACTIVE));
        assertThat(orders.order(new TenantId(new UUID(1, 1)), toActive, "ada"))
                .isEqualTo(new TenantOutcome.NotFound());
        assertThat(orders.order(Tenant.SYSTEM, new TenantOrder.Become(SUSPENDED), "ada"))
                .isEqualTo(new TenantOutcome.NotFound());
        become(tenant, new TenantStanding(TenantState.TERMINATED, StateReason.MATERIAL_BREACH));
        assertThat(orders.order(tenant, toActive, "ada"))
                .isEqualTo(new TenantOutcome.WrongState(TenantState.TERMINATED));
    }

    private void become(TenantId tenant, TenantStanding standing) {
        assertThat(orders.order(tenant, new TenantOrder.Become(standing), "ada"))
                .isInstanceOf(TenantOutcome.Done.class);
    }

    private LeaseState stateOf(Leased leased) {
        return Objects.requireNonNull(leases.find(leased.tenant(), leased.lease()))
                .stateAt(stores.clock.instant());
    }

    private List<EventType> types(Leased leased) {
        return stores.events(leased).stream().map(FeedEntry::type).toList();
    }

    private List<String> details(Leased leased) {
        return db.database()
                .dsl()
                .select(FEED.DETAIL)
                .from(FEED)
                .where(FEED.LEASE_ID.eq(leased.lease().uuid()))
                .orderBy(FEED.SEQUENCE)
                .fetch(FEED.DETAIL);
    }

    private static String[] holds(Leased leased) {
        return db.database()
                .dsl()
                .select(LEASE.HOLDS)
                .from(LEASE)
                .where(LEASE.LEASE_ID.eq(leased.lease().uuid()))
                .fetchSingle()
                .value1();
    }

    private static boolean due(TenantId tenant) {
        return db.database()
                .dsl()
                .select(TENANT.HOLDS_DUE)
                .from(TENANT)
                .where(TENANT.TENANT_ID.eq(tenant.uuid()))
                .fetchSingle()
                .value1();
    }

    private static void setParent(TenantId tenant, TenantId parent) {
        db.database()
                .dsl()
                .update(TENANT)
                .set(TENANT.PARENT_ID, parent.uuid())
                .where(TENANT.TENANT_ID.eq(tenant.uuid()))
                .execute();
    }
}
