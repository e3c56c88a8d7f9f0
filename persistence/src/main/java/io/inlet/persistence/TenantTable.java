package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.TENANT;

import io.inlet.tenant.TenantId;
import org.jooq.DSLContext;

/** The rows of tenants, the built-in one's among them. */
final class TenantTable {
    private TenantTable() {}

    /** Whether there is such a tenant. */
    static boolean has(DSLContext dsl, TenantId tenant) {
        return dsl.fetchExists(TENANT, TENANT.TENANT_ID.eq(tenant.uuid()));
    }

    /**
     * The same, and whoever else locks this tenant waits until this transaction has ended; those
     * that only refer to it do not.
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
