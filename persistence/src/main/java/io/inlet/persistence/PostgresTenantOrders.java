package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.API_KEY;
import static io.inlet.persistence.jooq.Tables.FEED_HEAD;
import static io.inlet.persistence.jooq.Tables.PRINCIPAL;
import static io.inlet.persistence.jooq.Tables.TENANT;

import io.inlet.feed.EventType;
import io.inlet.lease.Purpose;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantOrder;
import io.inlet.tenant.TenantOrders;
import io.inlet.tenant.TenantOutcome;
import io.inlet.tenant.TenantStanding;
import io.inlet.tenant.TenantState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Changes tenants, each in one transaction that locks the tenant and its sub-accounts, then the
 * heads of their feeds: a commit that runs meanwhile looks at them again after it has a head. Any
 * thread; calls block.
 */
public final class PostgresTenantOrders implements TenantOrders {
    private final Database database;
    private final InstantSource clock;

    public PostgresTenantOrders(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public TenantOutcome order(TenantId tenant, TenantOrder order, String by) {
        if (tenant.equals(Tenant.SYSTEM)) {
            return new TenantOutcome.NotFound();
        }
        return database.transaction(dsl -> carryOut(dsl, tenant, order, by));
    }

    /** The same within a transaction that holds no lock yet. */
    TenantOutcome carryOut(DSLContext dsl, TenantId id, TenantOrder order, String by) {
        List<Tenant> family = lock(dsl, id);
        Tenant tenant = family.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        if (tenant == null) {
            return new TenantOutcome.NotFound();
        }
        TenantState state = tenant.rights().standing().state();
        switch (order) {
            case TenantOrder.Become(var standing) -> {
                if (!state.mayBecome(standing.state())) {
                    return new TenantOutcome.WrongState(state);
                }
                become(dsl, tenant, standing, family);
            }
            case TenantOrder.Verify(var verified) -> set(dsl, id, verified);
            case TenantOrder.Allow(var purposes) -> set(dsl, id, purposes);
        }
        Instant now = PgTime.floor(clock.instant());
        FeedWriter.lock(dsl, Tenant.SYSTEM)
                .append(EventType.TENANT_CHANGED, detail(id, order) + " by " + by, now);
        return new TenantOutcome.Done(
                TenantRows.select(dsl)
                        .where(TENANT.TENANT_ID.eq(id.uuid()))
                        .fetchSingle(TenantRows::read));
    }

    private static List<Tenant> lock(DSLContext dsl, TenantId id) {
        // In a statement of its own: a sub-account that was made meanwhile is seen by the next.
        TenantTable.lock(dsl, id);
        return TenantRows.select(dsl)
                .where(TENANT.TENANT_ID.eq(id.uuid()).or(TENANT.PARENT_ID.eq(id.uuid())))
                .orderBy(TENANT.TENANT_ID)
                .forNoKeyUpdate()
                .fetch(TenantRows::read);
    }

    private void become(
            DSLContext dsl, Tenant tenant, TenantStanding standing, List<Tenant> family) {
        Instant now = PgTime.floor(clock.instant());
        boolean ends = standing.state() == TenantState.TERMINATED;
        List<UUID> changed =
                family.stream()
                        .filter(one -> ends || one.id().equals(tenant.id()))
                        .map(one -> one.id().uuid())
                        .toList();
        dsl.update(TENANT)
                .set(TENANT.STATE, Codes.of(standing.state()))
                .set(TENANT.REASON, standing.reason() == null ? null : Codes.of(standing.reason()))
                .set(TENANT.STATE_SINCE, now)
                .set(TENANT.SHUT, standing.state().isShut() ? DSL.inline(true) : TENANT.SHUT)
                .where(
                        TENANT.TENANT_ID.in(changed),
                        TENANT.STATE.ne(Codes.of(TenantState.TERMINATED)))
                .execute();
        if (ends) {
            revokeKeys(dsl, changed, now);
        }
        shut(dsl, tenant, standing.state().isShut(), family);
    }

    // A sub-account is shut with its parent, and by its own state.
    private static void shut(DSLContext dsl, Tenant tenant, boolean shut, List<Tenant> family) {
        boolean above = tenant.parent() != null && isShut(dsl, tenant.parent());
        for (Tenant one : family) {
            boolean itself = one.id().equals(tenant.id());
            boolean own = itself ? shut : one.rights().standing().state().isShut();
            dsl.update(TENANT)
                    .set(TENANT.SHUT, own || (itself ? above : shut))
                    .set(TENANT.HOLDS_DUE, true)
                    .where(TENANT.TENANT_ID.eq(one.id().uuid()))
                    .execute();
        }
        // After this nobody commits by what was before; the built-in tenant's head comes first.
        List<UUID> heads =
                Stream.concat(Stream.of(Tenant.SYSTEM), family.stream().map(Tenant::id))
                        .map(TenantId::uuid)
                        .toList();
        dsl.select(FEED_HEAD.TENANT_ID)
                .from(FEED_HEAD)
                .where(FEED_HEAD.TENANT_ID.in(heads))
                .orderBy(FEED_HEAD.TENANT_ID)
                .forUpdate()
                .fetch();
    }

    private static boolean isShut(DSLContext dsl, TenantId tenant) {
        return dsl.fetchExists(TENANT, TENANT.TENANT_ID.eq(tenant.uuid()).and(TENANT.SHUT));
    }

    private static void revokeKeys(DSLContext dsl, List<UUID> tenants, Instant now) {
        dsl.update(API_KEY)
                .set(API_KEY.REVOKED_AT, now)
                .where(
                        API_KEY.REVOKED_AT.isNull(),
                        API_KEY.PRINCIPAL_ID.in(
                                dsl.select(PRINCIPAL.PRINCIPAL_ID)
                                        .from(PRINCIPAL)
                                        .where(PRINCIPAL.TENANT_ID.in(tenants))))
                .execute();
    }

    private static void set(DSLContext dsl, TenantId id, boolean verified) {
        dsl.update(TENANT)
                .set(TENANT.VERIFIED, verified)
                .where(TENANT.TENANT_ID.eq(id.uuid()))
                .execute();
    }

    private static void set(DSLContext dsl, TenantId id, @Nullable Set<Purpose> purposes) {
        String[] codes =
                purposes == null
                        ? null
                        : purposes.stream().sorted().map(Codes::of).toArray(String[]::new);
        dsl.update(TENANT)
                .set(TENANT.PURPOSES, codes)
                .where(TENANT.TENANT_ID.eq(id.uuid()))
                .execute();
    }

    private static String detail(TenantId id, TenantOrder order) {
        return switch (order) {
            case TenantOrder.Become(var standing) ->
                    standing.reason() == null
                            ? id + " active"
                            : id
                                    + " "
                                    + Codes.of(standing.state())
                                    + ": "
                                    + Codes.of(standing.reason());
            case TenantOrder.Verify(var verified) -> id + (verified ? " verified" : " unverified");
            case TenantOrder.Allow _ -> id + " purposes";
        };
    }
}
