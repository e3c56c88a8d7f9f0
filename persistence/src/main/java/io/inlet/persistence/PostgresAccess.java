package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.API_KEY;
import static io.inlet.persistence.jooq.Tables.PRINCIPAL;
import static io.inlet.persistence.jooq.Tables.TENANT;
import static org.jooq.impl.DSL.any;

import io.inlet.sms.Octets;
import io.inlet.tenant.AccessStore;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.KeyId;
import io.inlet.tenant.PrincipalId;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantStanding;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Knows callers by their keys. Any thread; calls block. */
public final class PostgresAccess implements AccessStore {
    private static final Octets NO_HASH = Octets.wrap(new byte[32]);

    private static final io.inlet.persistence.jooq.tables.Tenant ABOVE = TENANT.as("above");

    private final Database database;
    private final InstantSource clock;
    private final GroupRead<KeyId, Optional<Known>> keys;

    public PostgresAccess(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.keys = database.group(this::usable);
    }

    private record Known(Octets hash, Caller caller) {}

    @Override
    public @Nullable Caller authenticate(ApiKey key) {
        Known known = keys.ask(key.id()).orElse(null);
        Octets stored = known == null ? NO_HASH : known.hash();
        // Compared even for an unknown key, so that time does not tell which keys there are.
        boolean right = MessageDigest.isEqual(stored.array(), key.hash().array());
        return known == null || !right ? null : known.caller();
    }

    private List<Optional<Known>> usable(List<KeyId> ids) {
        Instant now = clock.instant();
        Map<KeyId, Known> usable =
                database
                        .dsl()
                        .select(
                                API_KEY.KEY_ID,
                                API_KEY.SECRET_HASH,
                                PRINCIPAL.PRINCIPAL_ID,
                                TENANT.TENANT_ID,
                                TENANT.ENVIRONMENT,
                                TENANT.STATE,
                                TENANT.REASON,
                                ABOVE.STATE,
                                ABOVE.REASON)
                        .from(API_KEY)
                        .join(PRINCIPAL)
                        .on(PRINCIPAL.PRINCIPAL_ID.eq(API_KEY.PRINCIPAL_ID))
                        .join(TENANT)
                        .on(TENANT.TENANT_ID.eq(PRINCIPAL.TENANT_ID))
                        .leftJoin(ABOVE)
                        .on(ABOVE.TENANT_ID.eq(TENANT.PARENT_ID))
                        .where(
                                API_KEY.KEY_ID.eq(
                                        any(
                                                ids.stream()
                                                        .map(KeyId::uuid)
                                                        .distinct()
                                                        .toArray(UUID[]::new))))
                        .and(API_KEY.EXPIRES_AT.isNull().or(API_KEY.EXPIRES_AT.gt(now)))
                        .and(API_KEY.REVOKED_AT.isNull().or(API_KEY.REVOKED_AT.gt(now)))
                        .fetch()
                        .stream()
                        .map(PostgresAccess::known)
                        .collect(Collectors.toMap(known -> known.caller().key(), known -> known));
        return Lists.map(ids, id -> Optional.ofNullable(usable.get(id)));
    }

    private static TenantStanding standing(Record row) {
        TenantStanding own = TenantRows.standing(row.get(TENANT.STATE), row.get(TENANT.REASON));
        String above = row.get(ABOVE.STATE);
        return above == null ? own : own.and(TenantRows.standing(above, row.get(ABOVE.REASON)));
    }

    private static Known known(Record row) {
        return new Known(
                Octets.wrap(row.get(API_KEY.SECRET_HASH)),
                new Caller(
                        new TenantId(row.get(TENANT.TENANT_ID)),
                        Codes.parse(Environment.class, row.get(TENANT.ENVIRONMENT)),
                        new PrincipalId(row.get(PRINCIPAL.PRINCIPAL_ID)),
                        new KeyId(row.get(API_KEY.KEY_ID)),
                        standing(row)));
    }
}
