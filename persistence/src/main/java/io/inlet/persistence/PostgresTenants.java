package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.PROFILE;
import static io.inlet.persistence.jooq.Tables.TENANT;

import io.inlet.id.Uuid7;
import io.inlet.intake.DataRefusedException;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Environment;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.ProfileStatus;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Tenants, their principals, keys and profiles. Any thread; calls block. */
public final class PostgresTenants implements TenantStore {
    private final Database database;
    private final InstantSource clock;

    public PostgresTenants(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Tenant createTenant(LegalEntity entity, Environment environment) {
        Instant now = clock.instant();
        UUID id = Uuid7.mint(now);
        Tenant tenant = new Tenant(new TenantId(id), entity, environment);
        database.run(dsl -> TenantTable.insert(dsl, tenant, now));
        return tenant;
    }

    @Override
    public List<Tenant> tenants() {
        return TenantRows.select(database.dsl())
                .where(TENANT.TENANT_ID.ne(Tenant.SYSTEM.uuid()))
                .orderBy(TENANT.CREATED_AT, TENANT.TENANT_ID)
                .fetch(TenantRows::read);
    }

    @Override
    public ApiKey createPrincipal(TenantId tenant, String name) {
        if (tenant.equals(Tenant.SYSTEM)) {
            throw new IllegalArgumentException("nobody acts for the built-in tenant");
        }
        Instant now = clock.instant();
        return ofKnown(tenant, dsl -> TenantTable.insertPrincipal(dsl, tenant, name, now));
    }

    @Override
    public ProfileId createProfile(TenantId tenant, String name, ProfileStatus status) {
        Instant now = clock.instant();
        UUID id = Uuid7.mint(now);
        return ofKnown(
                tenant,
                dsl -> {
                    dsl.insertInto(PROFILE)
                            .set(PROFILE.PROFILE_ID, id)
                            .set(PROFILE.TENANT_ID, tenant.uuid())
                            .set(PROFILE.NAME, name)
                            .set(PROFILE.STATUS, Codes.of(status))
                            .set(PROFILE.CREATED_AT, now)
                            .execute();
                    return new ProfileId(id);
                });
    }

    private <T> T ofKnown(TenantId tenant, Function<DSLContext, T> work) {
        try {
            return database.transaction(work);
        } catch (DataRefusedException e) {
            if (StoreFailures.isMissingReference(e)) {
                throw new IllegalArgumentException("there is no tenant " + tenant, e);
            }
            throw e;
        }
    }
}
