package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.consent.Consent;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentMethod;
import io.inlet.feed.Wakeups;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeasePolicy;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.lease.Purpose;
import io.inlet.sms.Octets;
import io.inlet.tenant.Caller;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.ProfileStatus;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Leases of one hour on a test's database, at a settable time. */
final class LeaseFixture {
    static final Duration TTL = Duration.ofHours(1);

    final TestDatabase db;
    final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00.123456Z"));
    final Wakeups wakeups = new Wakeups();
    final PostgresLeases leases;

    LeaseFixture(TestDatabase db) {
        this.db = db;
        this.leases = new PostgresLeases(db.database(), db.keys(), wakeups, clock);
        db.database()
                .dsl()
                .execute(
                        "CREATE TABLE IF NOT EXISTS feed_test PARTITION OF feed"
                                + " FOR VALUES FROM (MINVALUE) TO (MAXVALUE)");
    }

    Lease.Period period() {
        return LeasePolicy.DEFAULT.period(clock.instant(), TTL);
    }

    static LeaseRequest request(Wanted wanted) {
        return request(wanted, null, null);
    }

    static LeaseRequest request(
            Wanted wanted, @Nullable ProfileId profile, @Nullable ConsentId consent) {
        return new LeaseRequest(
                wanted, TTL, Purpose.QA_TESTING, "checks the sign-up", profile, consent, "tag");
    }

    LeaseOutcome create(Caller caller, LeaseRequest request) {
        return leases.create(caller, request, period());
    }

    LeaseOutcome.Granted granted(LeaseOutcome outcome) {
        assertThat(outcome).isInstanceOf(LeaseOutcome.Granted.class);
        return (LeaseOutcome.Granted) outcome;
    }

    ProfileId profile(TenantId tenant, ProfileStatus status) {
        return new PostgresTenants(db.database(), clock).createProfile(tenant, "shop", status);
    }

    ConsentId consent(TenantId tenant, Purpose purpose, @Nullable Instant until) {
        var consent =
                new Consent(
                        Octets.hex("01"),
                        purpose,
                        "v1",
                        ConsentMethod.WEB_FORM,
                        Octets.hex("02"),
                        clock.instant().minusSeconds(60),
                        until);
        return new PostgresConsents(db.database(), clock).record(tenant, consent);
    }
}
