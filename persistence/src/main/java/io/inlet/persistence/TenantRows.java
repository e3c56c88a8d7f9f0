package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.TENANT;

import io.inlet.lease.Purpose;
import io.inlet.tenant.Environment;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.PrincipalId;
import io.inlet.tenant.StateReason;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantStanding;
import io.inlet.tenant.TenantState;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jspecify.annotations.Nullable;

/** Tenants as rows. */
final class TenantRows {
    private static final Field<?>[] FIELDS = {
        TENANT.TENANT_ID,
        TENANT.NAME,
        TENANT.COUNTRY,
        TENANT.ENVIRONMENT,
        TENANT.STATE,
        TENANT.REASON,
        TENANT.VERIFIED,
        TENANT.PURPOSES,
        TENANT.PARENT_ID,
        TENANT.OWNER_ID
    };

    private TenantRows() {}

    static SelectWhereStep<Record> select(DSLContext dsl) {
        return dsl.select(FIELDS).from(TENANT);
    }

    static Tenant read(Record row) {
        UUID parent = row.get(TENANT.PARENT_ID);
        UUID owner = row.get(TENANT.OWNER_ID);
        return new Tenant(
                new TenantId(row.get(TENANT.TENANT_ID)),
                new LegalEntity(row.get(TENANT.NAME), row.get(TENANT.COUNTRY)),
                Codes.parse(Environment.class, row.get(TENANT.ENVIRONMENT)),
                new Tenant.Rights(
                        standing(row.get(TENANT.STATE), row.get(TENANT.REASON)),
                        row.get(TENANT.VERIFIED),
                        purposes(row.get(TENANT.PURPOSES))),
                parent == null ? null : new TenantId(parent),
                owner == null ? null : new PrincipalId(owner));
    }

    static TenantStanding standing(String state, @Nullable String reason) {
        return new TenantStanding(
                Codes.parse(TenantState.class, state),
                reason == null ? null : Codes.parse(StateReason.class, reason));
    }

    private static @Nullable Set<Purpose> purposes(String @Nullable [] codes) {
        if (codes == null) {
            return null;
        }
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (String code : codes) {
            purposes.add(Codes.parse(Purpose.class, code));
        }
        return purposes;
    }
}
