package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.API_KEY;
import static io.inlet.persistence.jooq.Tables.FEED_HEAD;
import static io.inlet.persistence.jooq.Tables.PRINCIPAL;
import static io.inlet.persistence.jooq.Tables.TENANT;

import io.inlet.id.Uuid7;
import io.inlet.lease.Purpose;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.PrincipalId;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The rows of tenants, the built-in one's among them. */
final class TenantTable {
    private TenantTable() {}

    /** Whether there is such a tenant. */
    static boolean has(DSLContext dsl, TenantId tenant) {
        return dsl.fetchExists(TENANT, TENANT.TENANT_ID.eq(tenant.uuid()));
    }

    /**
     * What a tenant may, with the one above it, and nobody changes that until this transaction has
     * ended. A sub-account is no more verified, and may no more, than its parent.
     *
     * @throws IllegalArgumentException if there is no such tenant
     */
    static Tenant.Rights share(DSLContext dsl, TenantId tenant) {
        UUID id = tenant.uuid();
        List<Tenant> chain =
                TenantRows.select(dsl)
                        .where(
                                TENANT.TENANT_ID.in(
                                        DSL.value(id),
                                        DSL.field(
                                                dsl.select(TENANT.PARENT_ID)
                                                        .from(TENANT)
                                                        .where(TENANT.TENANT_ID.eq(id)))))
                        .orderBy(TENANT.TENANT_ID)
                        .forShare()
                        .fetch(TenantRows::read);
        return chain.stream()
                .map(Tenant::rights)
                .reduce(TenantTable::both)
                .orElseThrow(() -> new IllegalArgumentException("there is no tenant " + tenant));
    }

    private static Tenant.Rights both(Tenant.Rights one, Tenant.Rights other) {
        Set<Purpose> purposes = one.purposes() == null ? other.purposes() : one.purposes();
        if (one.purposes() != null && other.purposes() != null) {
            purposes = new HashSet<>(one.purposes());
            purposes.retainAll(other.purposes());
        }
        return new Tenant.Rights(
                one.standing().and(other.standing()), one.verified() && other.verified(), purposes);
    }

    /**
     * Whether there is such a tenant; whoever else locks it waits until this transaction has ended;
     * those that only refer to it do not.
     */
    static boolean lock(DSLContext dsl, TenantId tenant) {
        return dsl.selectOne()
                        .from(TENANT)
                        .where(TENANT.TENANT_ID.eq(tenant.uuid()))
                        .forNoKeyUpdate()
                        .fetchOne()
                != null;
    }

    /** Adds a tenant as it begins, with its place in the feed. */
    static void insert(DSLContext dsl, Tenant tenant, Instant now) {
        TenantId parent = tenant.parent();
        PrincipalId owner = tenant.owner();
        dsl.insertInto(TENANT)
                .set(TENANT.TENANT_ID, tenant.id().uuid())
                .set(TENANT.NAME, tenant.name())
                .set(TENANT.COUNTRY, tenant.entity().country())
                .set(TENANT.ENVIRONMENT, Codes.of(tenant.environment()))
                .set(TENANT.VERIFIED, tenant.rights().verified())
                .set(TENANT.PARENT_ID, parent == null ? null : parent.uuid())
                .set(TENANT.OWNER_ID, owner == null ? null : owner.uuid())
                .set(TENANT.CREATED_AT, now)
                .set(TENANT.STATE_SINCE, now)
                .execute();
        dsl.insertInto(FEED_HEAD)
                .set(FEED_HEAD.TENANT_ID, tenant.id().uuid())
                .set(FEED_HEAD.DAY, PgTime.utcDay(now))
                .set(FEED_HEAD.SEQUENCE, 0L)
                .execute();
    }

    /** Adds a principal with its first key; it owns the tenant if nobody does. */
    static ApiKey insertPrincipal(DSLContext dsl, TenantId tenant, String name, Instant now) {
        UUID principal = Uuid7.mint(now);
        ApiKey key = ApiKey.mint(Uuid7.mint(now));
        dsl.insertInto(PRINCIPAL)
                .set(PRINCIPAL.PRINCIPAL_ID, principal)
                .set(PRINCIPAL.TENANT_ID, tenant.uuid())
                .set(PRINCIPAL.NAME, name)
                .set(PRINCIPAL.CREATED_AT, now)
                .execute();
        dsl.insertInto(API_KEY)
                .set(API_KEY.KEY_ID, key.id().uuid())
                .set(API_KEY.PRINCIPAL_ID, principal)
                .set(API_KEY.SECRET_HASH, key.hash().array())
                .set(API_KEY.CREATED_AT, now)
                .execute();
        dsl.update(TENANT)
                .set(TENANT.OWNER_ID, principal)
                .where(TENANT.TENANT_ID.eq(tenant.uuid()), TENANT.OWNER_ID.isNull())
                .execute();
        return key;
    }
}
