package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.API_KEY;
import static io.inlet.persistence.jooq.Tables.PRINCIPAL;
import static io.inlet.persistence.jooq.Tables.TENANT;

import io.inlet.tenant.AccessStore;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.PrincipalId;
import io.inlet.tenant.TenantId;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jooq.Record4;
import org.jspecify.annotations.Nullable;

/** Knows callers by their keys. Any thread; calls block. */
public final class PostgresAccess implements AccessStore {
    private static final byte[] NO_HASH = new byte[32];

    private final Database database;
    private final InstantSource clock;

    public PostgresAccess(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public @Nullable Caller authenticate(ApiKey key) {
        var row = usable(key);
        byte[] stored = row == null ? NO_HASH : row.value1();
        // Compared even for an unknown key, so that time does not tell which keys there are.
        boolean right = MessageDigest.isEqual(stored, key.hash().array());
        if (row == null || !right) {
            return null;
        }
        return new Caller(
                new TenantId(row.value3()),
                Codes.parse(Environment.class, row.value4()),
                new PrincipalId(row.value2()),
                key.id());
    }

    private @Nullable Record4<byte[], UUID, UUID, String> usable(ApiKey key) {
        Instant now = clock.instant();
        return database.dsl()
                .select(
                        API_KEY.SECRET_HASH,
                        PRINCIPAL.PRINCIPAL_ID,
                        TENANT.TENANT_ID,
                        TENANT.ENVIRONMENT)
                .from(API_KEY)
                .join(PRINCIPAL)
                .on(PRINCIPAL.PRINCIPAL_ID.eq(API_KEY.PRINCIPAL_ID))
                .join(TENANT)
                .on(TENANT.TENANT_ID.eq(PRINCIPAL.TENANT_ID))
                .where(API_KEY.KEY_ID.eq(key.id().uuid()))
                .and(API_KEY.EXPIRES_AT.isNull().or(API_KEY.EXPIRES_AT.gt(now)))
                .and(API_KEY.REVOKED_AT.isNull().or(API_KEY.REVOKED_AT.gt(now)))
                .fetchOne();
    }
}
