package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.API_KEY;
import static io.inlet.persistence.jooq.Tables.BIND;
import static io.inlet.persistence.jooq.Tables.CARRIER;
import static io.inlet.persistence.jooq.Tables.CONTENT_KEY;
import static io.inlet.persistence.jooq.Tables.FEED_HEAD;
import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.NUMBER;
import static io.inlet.persistence.jooq.Tables.PRINCIPAL;
import static io.inlet.persistence.jooq.Tables.TENANT;

import io.inlet.id.Uuid7;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.Purpose;
import io.inlet.number.NumberId;
import io.inlet.sms.BindId;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.PrincipalId;
import io.inlet.tenant.TenantId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;

/** Puts rows into a test's database directly, for tests of what is built upon them. */
public final class TestRows {
    /** The carrier of all numbers that this class makes. */
    public static final String CARRIER_NAME = "testcarrier";

    private static final AtomicLong LAST_NUMBER = new AtomicLong(447_700_900_000L);

    private final DSLContext dsl;
    private final MasterKeys keys;

    TestRows(Database database, MasterKeys keys) {
        this.dsl = database.dsl();
        this.keys = keys;
    }

    /** A number of the pool. */
    public record TestNumber(NumberId id, Msisdn msisdn) {}

    /** A bind of the one carrier, known by its name. */
    void bind(BindId bind, String name) {
        dsl.insertInto(CARRIER, CARRIER.CARRIER_)
                .values(CARRIER_NAME)
                .onConflictDoNothing()
                .execute();
        dsl.insertInto(BIND, BIND.BIND_ID, BIND.CARRIER, BIND.NAME)
                .values(bind.uuid(), CARRIER_NAME, name)
                .onConflictDoNothing()
                .execute();
    }

    /** A new tenant with its feed, and who calls for it. */
    public Caller tenant(Environment environment) {
        Instant now = Instant.now();
        UUID tenant = Uuid7.mint(now);
        dsl.insertInto(TENANT, TENANT.TENANT_ID, TENANT.NAME, TENANT.ENVIRONMENT, TENANT.VERIFIED)
                .values(tenant, "Example Ltd", lower(environment), true)
                .execute();
        dsl.insertInto(FEED_HEAD, FEED_HEAD.TENANT_ID, FEED_HEAD.DAY, FEED_HEAD.SEQUENCE)
                .values(tenant, LocalDate.ofInstant(now, ZoneOffset.UTC), 0L)
                .execute();
        UUID principal = Uuid7.mint(now);
        dsl.insertInto(PRINCIPAL, PRINCIPAL.PRINCIPAL_ID, PRINCIPAL.TENANT_ID, PRINCIPAL.NAME)
                .values(principal, tenant, "tests")
                .execute();
        ApiKey key = ApiKey.mint(Uuid7.mint(now));
        dsl.insertInto(API_KEY, API_KEY.KEY_ID, API_KEY.PRINCIPAL_ID, API_KEY.SECRET_HASH)
                .values(key.id().uuid(), principal, key.hash().array())
                .execute();
        return new Caller(new TenantId(tenant), environment, new PrincipalId(principal), key.id());
    }

    /** New numbers, free since ever: mobile lines of GB, of {@link #CARRIER_NAME}. */
    public List<TestNumber> numbers(Environment environment, int count) {
        dsl.insertInto(CARRIER, CARRIER.CARRIER_)
                .values(CARRIER_NAME)
                .onConflictDoNothing()
                .execute();
        List<TestNumber> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = Uuid7.mint(Instant.now());
            Msisdn msisdn = new Msisdn(Long.toString(LAST_NUMBER.incrementAndGet()));
            dsl.insertInto(NUMBER)
                    .set(NUMBER.NUMBER_ID, id)
                    .set(NUMBER.MSISDN, msisdn.digits())
                    .set(NUMBER.COUNTRY, "GB")
                    .set(NUMBER.LINE_TYPE, "mobile")
                    .set(NUMBER.ENVIRONMENT, lower(environment))
                    .set(NUMBER.CARRIER, CARRIER_NAME)
                    .set(NUMBER.CONTRACT_REF, "contract 1")
                    .set(NUMBER.LICENCE_REF, "licence 1")
                    .set(NUMBER.ACQUIRED_ON, LocalDate.EPOCH)
                    .set(NUMBER.USAGE_POLICY, "default")
                    .execute();
            numbers.add(new TestNumber(new NumberId(id), msisdn));
        }
        return numbers;
    }

    /** A lease with its content key, without an event; routing tag {@code tag}. */
    public LeaseId lease(Caller caller, NumberId number, Lease.Period period) {
        UUID lease = Uuid7.mint(period.startsAt());
        UUID contentKey = Uuid7.mint(period.startsAt());
        byte[] octets = new byte[32];
        new SecureRandom().nextBytes(octets);
        dsl.insertInto(CONTENT_KEY)
                .set(CONTENT_KEY.CONTENT_KEY_ID, contentKey)
                .set(CONTENT_KEY.LEASE_ID, lease)
                .set(CONTENT_KEY.WRAPPED, keys.wrap(contentKey, octets))
                .execute();
        dsl.insertInto(LEASE)
                .set(LEASE.LEASE_ID, lease)
                .set(LEASE.TENANT_ID, caller.tenant().uuid())
                .set(LEASE.NUMBER_ID, number.uuid())
                .set(LEASE.CONTENT_KEY_ID, contentKey)
                .set(LEASE.PURPOSE, Purpose.QA_TESTING.name().toLowerCase(Locale.ROOT))
                .set(LEASE.JUSTIFICATION, "a test")
                .set(LEASE.ROUTING_TAG, "tag")
                .set(LEASE.CREATED_AT, period.startsAt())
                .set(LEASE.STARTS_AT, period.startsAt())
                .set(LEASE.EXPIRES_AT, period.expiresAt())
                .set(LEASE.GRACE_ENDS_AT, period.graceEndsAt())
                .set(LEASE.COOLDOWN_ENDS_AT, period.cooldownEndsAt())
                .execute();
        dsl.update(NUMBER)
                .set(NUMBER.FREE_FROM, period.cooldownEndsAt())
                .where(NUMBER.NUMBER_ID.eq(number.uuid()))
                .execute();
        return new LeaseId(lease);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
