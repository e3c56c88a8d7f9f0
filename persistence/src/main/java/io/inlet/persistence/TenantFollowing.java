package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.TENANT;

import io.inlet.lease.Hold;
import io.inlet.lease.LeaseId;
import io.inlet.persistence.HoldKeeper.Changes;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Has leases follow the states of their tenants. For one thread. */
final class TenantFollowing {
    private static final int AT_ONCE = 50;

    private final Changes changes;
    private final InstantSource clock;
    private final LeaseHolds holds;
    private final LeaseChanger changer;

    TenantFollowing(Changes changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
        this.holds = new LeaseHolds(clock);
        this.changer = new LeaseChanger(clock);
    }

    /** A tenant of which something is due. */
    private record Due(TenantId tenant, boolean shut, boolean terminated) {}

    void follow() {
        due().forEach(this::follow);
    }

    private List<Due> due() {
        return changes.database()
                .dsl()
                .select(TENANT.TENANT_ID, TENANT.SHUT, TENANT.STATE)
                .from(TENANT)
                .where(DSL.condition(TENANT.HOLDS_DUE))
                .orderBy(TENANT.TENANT_ID)
                .limit(AT_ONCE)
                .fetch(row ->
                        new Due(
                                new TenantId(row.value1()),
                                row.value2(),
                                row.value3().equals(Codes.of(TenantState.TERMINATED))));
    }

    private void follow(Due due) {
        if (due.terminated()) {
            changes.each(
                    () -> leases(due, LEASE.EXPIRES_AT.gt(now())),
                    lease -> dsl -> changer.end(dsl, due.tenant(), lease).event());
        }
        changes.each(
                () -> leases(due, isNotAs(due)),
                lease ->
                        dsl ->
                                due.shut()
                                        ? holds.put(dsl, lease, Hold.TENANT)
                                        : holds.lift(dsl, lease, Hold.TENANT));
        changes.database().run(dsl -> done(dsl, due));
    }

    private List<LeaseId> leases(Due due, Condition wrong) {
        return leases(changes.database().dsl(), due, wrong);
    }

    private List<LeaseId> leases(DSLContext dsl, Due due, Condition wrong) {
        return dsl.select(LEASE.LEASE_ID)
                .from(LEASE)
                .where(
                        LEASE.TENANT_ID.eq(due.tenant().uuid()),
                        LEASE.GRACE_ENDS_AT.gt(now()),
                        wrong)
                .orderBy(LEASE.LEASE_ID)
                .limit(AT_ONCE)
                .fetch(row -> new LeaseId(row.value1()));
    }

    private static Condition isNotAs(Due due) {
        Condition held =
                DSL.condition("{0} @> ARRAY[{1}]", LEASE.HOLDS, DSL.inline(Codes.of(Hold.TENANT)));
        return due.shut() ? held.not() : held;
    }

    // Under the tenant's lock no lease is made: what is as it should be stays so.
    private void done(DSLContext dsl, Due due) {
        UUID id = due.tenant().uuid();
        Due now =
                dsl.select(TENANT.SHUT, TENANT.STATE)
                        .from(TENANT)
                        .where(TENANT.TENANT_ID.eq(id))
                        .forNoKeyUpdate()
                        .fetchSingle(row ->
                                new Due(
                                        due.tenant(),
                                        row.value1(),
                                        row.value2().equals(Codes.of(TenantState.TERMINATED))));
        boolean running =
                due.terminated() && !leases(dsl, due, LEASE.EXPIRES_AT.gt(now())).isEmpty();
        if (now.equals(due) && !running && leases(dsl, due, isNotAs(due)).isEmpty()) {
            dsl.update(TENANT)
                    .set(TENANT.HOLDS_DUE, false)
                    .where(TENANT.TENANT_ID.eq(id))
                    .execute();
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
