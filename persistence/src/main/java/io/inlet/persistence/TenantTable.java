package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.TENANT;

import io.inlet.lease.Purpose;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
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
}
