package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONTENT_KEY;
import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.PROFILE;

import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentRecord;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.id.Uuid7;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.Purpose;
import io.inlet.number.NumberChange;
import io.inlet.persistence.PostgresLeases.Change;
import io.inlet.seal.ContentKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.ProfileStatus;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantState;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Makes a lease within a transaction. Any thread. */
final class LeaseMaker {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MasterKeys keys;
    private final InstantSource clock;

    LeaseMaker(MasterKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    Change make(DSLContext dsl, Caller caller, LeaseRequest request, Lease.Period period) {
        LeaseOutcome refusal = refusal(dsl, caller, request, period.startsAt());
        if (refusal != null) {
            return Change.none(refusal);
        }
        NumberChoice number =
                NumberChoice.lock(dsl, caller.environment(), request.wanted(), period.startsAt());
        if (number == null) {
            return Change.none(new LeaseOutcome.NoNumberAvailable());
        }
        FeedWriter feed = FeedWriter.lock(dsl, caller.tenant());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Lease lease = lease(caller, request, period, number, now);
        insert(dsl, lease, request, makeKey(dsl, lease.id(), now));
        NumberChoice.occupied(dsl, number.id(), period);
        NumberHistory.note(
                dsl, number.id(), NumberChange.lease(NumberChange.Kind.LEASED, now, lease));
        FeedEntry event = feed.append(EventType.LEASE_CREATED, lease.id(), now);
        return Change.done(lease, event);
    }

    private static Lease lease(
            Caller caller,
            LeaseRequest request,
            Lease.Period period,
            NumberChoice number,
            Instant now) {
        var terms =
                new Lease.Terms(
                        request.purpose(), request.justification(), request.routingTag(), now);
        return new Lease(
                new LeaseId(Uuid7.mint(now)),
                caller.tenant(),
                request.profile(),
                number.id(),
                number.msisdn(),
                terms,
                period,
                false);
    }

    // Locked for share, so that none of it can be withdrawn while the lease is made of it. What a
    // sandbox lease names must be its tenant's too.
    private static @Nullable LeaseOutcome refusal(
            DSLContext dsl, Caller caller, LeaseRequest request, Instant at) {
        boolean live = caller.environment() == Environment.LIVE;
        Tenant.Rights rights = TenantTable.share(dsl, caller.tenant());
        if (rights.standing().state() != TenantState.ACTIVE) {
            return new LeaseOutcome.TenantHeld(rights.standing());
        }
        if (live && !rights.verified()) {
            return new LeaseOutcome.TenantNotVerified();
        }
        if (rights.purposes() != null && !rights.purposes().contains(request.purpose())) {
            return new LeaseOutcome.PurposeNotAllowed(request.purpose());
        }
        if ((live || request.profile() != null) && !hasProfile(dsl, caller, request)) {
            return new LeaseOutcome.ProfileNotVerified();
        }
        if (live || request.consent() != null) {
            return ofConsent(consent(dsl, caller.tenant(), request.consent()), request, at);
        }
        return null;
    }

    private static boolean hasProfile(DSLContext dsl, Caller caller, LeaseRequest request) {
        return request.profile() != null
                && dsl.selectOne()
                                .from(PROFILE)
                                .where(
                                        PROFILE.PROFILE_ID.eq(request.profile().uuid()),
                                        PROFILE.TENANT_ID.eq(caller.tenant().uuid()),
                                        caller.environment() == Environment.LIVE
                                                ? PROFILE.STATUS.eq(
                                                        Codes.of(ProfileStatus.VERIFIED))
                                                : DSL.noCondition())
                                .forShare()
                                .fetchOne()
                        != null;
    }

    private static @Nullable ConsentRecord consent(
            DSLContext dsl, TenantId tenant, @Nullable ConsentId id) {
        return id == null ? null : ConsentTable.share(dsl, tenant, id);
    }

    private static @Nullable LeaseOutcome ofConsent(
            @Nullable ConsentRecord consent, LeaseRequest request, Instant at) {
        if (consent == null
                || consent.consent().purpose() != request.purpose()
                || !consent.isValidAt(at)) {
            return new LeaseOutcome.ConsentMissing();
        }
        boolean marketing = request.purpose() == Purpose.REGIONAL_MARKETING_CAMPAIGN;
        return marketing && !consent.consent().method().isOptIn()
                ? new LeaseOutcome.OptInMissing()
                : null;
    }

    private UUID makeKey(DSLContext dsl, LeaseId lease, Instant now) {
        UUID id = Uuid7.mint(now);
        byte[] octets = new byte[ContentKey.OCTETS];
        RANDOM.nextBytes(octets);
        dsl.insertInto(CONTENT_KEY)
                .set(CONTENT_KEY.CONTENT_KEY_ID, id)
                .set(CONTENT_KEY.LEASE_ID, lease.uuid())
                .set(CONTENT_KEY.WRAPPED, keys.wrap(id, octets))
                .set(CONTENT_KEY.CREATED_AT, now)
                .execute();
        return id;
    }

    private static void insert(DSLContext dsl, Lease lease, LeaseRequest request, UUID contentKey) {
        dsl.insertInto(LEASE)
                .set(LEASE.LEASE_ID, lease.id().uuid())
                .set(LEASE.TENANT_ID, lease.tenant().uuid())
                .set(LEASE.PROFILE_ID, request.profile() == null ? null : request.profile().uuid())
                .set(LEASE.NUMBER_ID, lease.number().uuid())
                .set(LEASE.CONSENT_ID, request.consent() == null ? null : request.consent().uuid())
                .set(LEASE.CONTENT_KEY_ID, contentKey)
                .set(LEASE.PURPOSE, Codes.of(lease.terms().purpose()))
                .set(LEASE.JUSTIFICATION, lease.terms().justification())
                .set(LEASE.ROUTING_TAG, lease.terms().routingTag())
                .set(LEASE.CREATED_AT, lease.terms().createdAt())
                .set(LEASE.STARTS_AT, lease.period().startsAt())
                .set(LEASE.EXPIRES_AT, lease.period().expiresAt())
                .set(LEASE.GRACE_ENDS_AT, lease.period().graceEndsAt())
                .set(LEASE.COOLDOWN_ENDS_AT, lease.period().cooldownEndsAt())
                .execute();
    }
}
