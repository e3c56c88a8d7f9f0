package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.TENANT;

import io.inlet.feed.EventType;
import io.inlet.id.Uuid7;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.SubAccountOutcome;
import io.inlet.tenant.SubAccounts;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantStanding;
import io.inlet.tenant.TenantState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;

/** Sub-accounts. Any thread; calls block. */
public final class PostgresSubAccounts implements SubAccounts {
    private final Database database;
    private final InstantSource clock;

    public PostgresSubAccounts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public SubAccountOutcome create(Caller caller, String name) {
        return database.transaction(dsl -> create(dsl, caller, name));
    }

    @Override
    public List<Tenant> of(TenantId parent) {
        return TenantRows.select(database.dsl())
                .where(TENANT.PARENT_ID.eq(parent.uuid()))
                .orderBy(TENANT.CREATED_AT, TENANT.TENANT_ID)
                .limit(MOST)
                .fetch(TenantRows::read);
    }

    private SubAccountOutcome create(DSLContext dsl, Caller caller, String name) {
        // Its lock counts its sub-accounts, and keeps its state until this one stands below it.
        TenantTable.lock(dsl, caller.tenant());
        Tenant parent =
                TenantRows.select(dsl)
                        .where(TENANT.TENANT_ID.eq(caller.tenant().uuid()))
                        .fetchSingle(TenantRows::read);
        if (parent.parent() != null || !caller.principal().equals(parent.owner())) {
            return new SubAccountOutcome.NotOwner();
        }
        if (parent.rights().standing().state() != TenantState.ACTIVE) {
            return new SubAccountOutcome.TenantHeld(parent.rights().standing());
        }
        if (dsl.fetchCount(TENANT, TENANT.PARENT_ID.eq(parent.id().uuid())) >= MOST) {
            return new SubAccountOutcome.TooMany();
        }
        return make(dsl, parent, caller, name);
    }

    private SubAccountOutcome make(DSLContext dsl, Tenant parent, Caller caller, String name) {
        Instant now = PgTime.floor(clock.instant());
        TenantId id = new TenantId(Uuid7.mint(now));
        TenantTable.insert(
                dsl,
                new Tenant(
                        id,
                        new LegalEntity(name, parent.entity().country()),
                        parent.environment(),
                        // Its parent's check counts for it, and is asked each time.
                        new Tenant.Rights(TenantStanding.ACTIVE, true, null),
                        parent.id(),
                        parent.owner()),
                now);
        ApiKey key = TenantTable.insertPrincipal(dsl, id, name, now);
        FeedWriter.lock(dsl, Tenant.SYSTEM)
                .append(
                        EventType.TENANT_CHANGED,
                        "%s sub-account of %s by %s".formatted(id, parent.id(), caller.principal()),
                        now);
        return new SubAccountOutcome.Made(
                TenantRows.select(dsl)
                        .where(TENANT.TENANT_ID.eq(id.uuid()))
                        .fetchSingle(TenantRows::read),
                key);
    }
}
