package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.API_KEY;
import static io.inlet.persistence.jooq.Tables.FEED_HEAD;
import static io.inlet.persistence.jooq.Tables.PRINCIPAL;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        return database.transaction(dsl -> {
            dsl.insertInto(TENANT)
                    .set(TENANT.TENANT_ID, id)
                    .set(TENANT.NAME, entity.name())
                    .set(TENANT.COUNTRY, entity.country())
                    .set(TENANT.ENVIRONMENT, Codes.of(environment))
                    .set(TENANT.CREATED_AT, now)
                    .set(TENANT.STATE_SINCE, now)
                    .execute();
            dsl.insertInto(FEED_HEAD)
                    .set(FEED_HEAD.TENANT_ID, id)
                    .set(FEED_HEAD.DAY, LocalDate.ofInstant(now, ZoneOffset.UTC))
                    .set(FEED_HEAD.SEQUENCE, 0L)
                    .execute();
            return new Tenant(new TenantId(id), entity, environment);
        });
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
        UUID principal = Uuid7.mint(now);
        ApiKey key = ApiKey.mint(Uuid7.mint(now));
        return ofKnown(
                tenant,
                dsl -> {
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
                });
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
