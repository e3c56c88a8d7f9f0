package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.API_KEY;
import static io.inlet.persistence.jooq.Tables.FEED_HEAD;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.KeyId;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.ProfileStatus;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTenantsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T23:00:00Z"));
    private final PostgresTenants tenants = new PostgresTenants(db.database(), clock);
    private final PostgresAccess access = new PostgresAccess(db.database(), clock);

    @Test
    void tenants_are_listed_oldest_first_without_the_built_in_one() {
        Tenant first = tenants.createTenant(new LegalEntity("First Ltd", "GB"), Environment.LIVE);
        clock.advance(Duration.ofSeconds(1));
        Tenant second =
                tenants.createTenant(new LegalEntity("Second Ltd", "GB"), Environment.SANDBOX);
        assertThat(tenants.tenants()).containsSubsequence(first, second);
        assertThat(tenants.tenants()).extracting(Tenant::id).doesNotContain(Tenant.SYSTEM);
    }

    @Test
    void a_new_tenant_has_its_place_in_the_feed_by_the_day_of_utc() {
        Tenant tenant =
                tenants.createTenant(new LegalEntity("Example Ltd", "GB"), Environment.LIVE);
        var head =
                db.database()
                        .dsl()
                        .fetchSingle(FEED_HEAD, FEED_HEAD.TENANT_ID.eq(tenant.id().uuid()));
        assertThat(head.getSequence()).isZero();
        assertThat(head.getDay()).isEqualTo("2026-03-01");
    }

    @Test
    void a_key_says_who_calls() {
        Tenant tenant =
                tenants.createTenant(new LegalEntity("Example Ltd", "GB"), Environment.LIVE);
        ApiKey key = tenants.createPrincipal(tenant.id(), "robot");
        Caller caller = requireNonNull(access.authenticate(key));
        assertThat(caller.tenant()).isEqualTo(tenant.id());
        assertThat(caller.environment()).isEqualTo(Environment.LIVE);
        assertThat(caller.key()).isEqualTo(key.id());
    }

    @Test
    void a_wrong_unknown_expired_or_revoked_key_says_nothing() {
        Tenant tenant =
                tenants.createTenant(new LegalEntity("Example Ltd", "GB"), Environment.LIVE);
        ApiKey key = tenants.createPrincipal(tenant.id(), "robot");
        assertThat(access.authenticate(new ApiKey(key.id(), "wrong"))).isNull();
        assertThat(access.authenticate(new ApiKey(new KeyId(UUID.randomUUID()), key.secret())))
                .isNull();

        Instant end = clock.instant().plusSeconds(60);
        var dsl = db.database().dsl();
        dsl.update(API_KEY)
                .set(API_KEY.EXPIRES_AT, end)
                .where(API_KEY.KEY_ID.eq(key.id().uuid()))
                .execute();
        assertThat(access.authenticate(key)).isNotNull();
        clock.advance(Duration.ofSeconds(60));
        assertThat(access.authenticate(key)).isNull();

        dsl.update(API_KEY)
                .set(API_KEY.EXPIRES_AT, (Instant) null)
                .set(API_KEY.REVOKED_AT, clock.instant())
                .where(API_KEY.KEY_ID.eq(key.id().uuid()))
                .execute();
        assertThat(access.authenticate(key)).isNull();
    }

    @Test
    void the_secret_of_a_key_is_not_stored() {
        Tenant tenant =
                tenants.createTenant(new LegalEntity("Example Ltd", "GB"), Environment.LIVE);
        ApiKey key = tenants.createPrincipal(tenant.id(), "robot");
        var row = db.database().dsl().fetchSingle(API_KEY, API_KEY.KEY_ID.eq(key.id().uuid()));
        assertThat(row.formatJSON()).doesNotContain(key.secret());
        assertThat(new String(row.getSecretHash(), StandardCharsets.ISO_8859_1))
                .hasSize(32)
                .doesNotContain(key.secret());
    }

    @Test
    void nobody_acts_for_an_unknown_tenant_or_the_built_in_one() {
        TenantId unknown = new TenantId(UUID.randomUUID());
        assertThatThrownBy(() -> tenants.createPrincipal(unknown, "robot"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tenants.createPrincipal(Tenant.SYSTEM, "robot"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tenants.createProfile(unknown, "shop", ProfileStatus.VERIFIED))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
