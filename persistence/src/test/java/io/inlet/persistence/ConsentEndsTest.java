package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.FEED;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.consent.Consent;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentMethod;
import io.inlet.consent.ConsentOutcome;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.lease.LeaseState;
import io.inlet.lease.Purpose;
import io.inlet.sms.Octets;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.ProfileStatus;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of leases when the consent that they stand on ends. */
class ConsentEndsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final LeaseFixture fixture = new LeaseFixture(db);
    private final Caller caller = db.rows().tenant(Environment.LIVE);
    private final ProfileId profile = fixture.profile(caller.tenant(), ProfileStatus.VERIFIED);
    private final PostgresConsents consents = new PostgresConsents(db.database(), fixture.clock);
    private final HoldKeeper keeper =
            new HoldKeeper(
                    new HoldKeeper.Ground(
                            db.database(),
                            new ContentKeys(db.database(), db.keys()),
                            db.keys(),
                            fixture.clock),
                    fixture.wakeups);

    @BeforeEach
    void fillPool() {
        db.rows().numbers(Environment.LIVE, 2);
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    @Test
    void withdrawal_suspends_every_lease_that_stands_on_it_and_no_other() {
        ConsentId consent = fixture.consent(caller.tenant(), Purpose.QA_TESTING, null);
        ConsentId other = fixture.consent(caller.tenant(), Purpose.QA_TESTING, null);
        Lease first = lease(consent);
        Lease second = lease(other);
        consents.withdraw(caller.tenant(), consent);
        keeper.follow();
        keeper.follow();

        assertThat(state(first)).isEqualTo(LeaseState.SUSPENDED);
        assertThat(state(second)).isEqualTo(LeaseState.ACTIVE);
        assertThat(told())
                .containsExactly("consent.withdrawn " + consent, "lease.suspended consent");
        assertThat(create(request(consent, Purpose.QA_TESTING)))
                .isInstanceOf(LeaseOutcome.ConsentMissing.class);
    }

    @Test
    void lease_is_suspended_when_its_consent_expires() {
        var until = fixture.clock.instant().plus(Duration.ofMinutes(30));
        ConsentId consent = fixture.consent(caller.tenant(), Purpose.QA_TESTING, until);
        Lease lease = lease(consent);
        keeper.follow();
        assertThat(state(lease)).isEqualTo(LeaseState.ACTIVE);
        fixture.clock.advance(Duration.ofMinutes(30));
        keeper.follow();
        keeper.follow();
        assertThat(state(lease)).isEqualTo(LeaseState.SUSPENDED);
        assertThat(told()).containsExactly("lease.suspended consent", "consent.expired " + consent);
    }

    @Test
    void withdrawn_twice_is_told_once_and_of_others_is_not_found() {
        ConsentId consent = fixture.consent(caller.tenant(), Purpose.QA_TESTING, null);
        TenantId other = db.rows().tenant(Environment.LIVE).tenant();
        assertThat(consents.withdraw(other, consent)).isEqualTo(new ConsentOutcome.NotFound());
        ConsentOutcome first = consents.withdraw(caller.tenant(), consent);
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(consents.withdraw(caller.tenant(), consent)).isEqualTo(first);
        assertThat(told()).hasSize(1);
    }

    @Test
    void marketing_needs_a_consent_that_was_opted_in_to() {
        assertThat(create(marketing(ConsentMethod.IMPLIED)))
                .isInstanceOf(LeaseOutcome.OptInMissing.class);
        fixture.granted(create(marketing(ConsentMethod.DOUBLE_OPT_IN)));
    }

    private LeaseRequest marketing(ConsentMethod method) {
        var consent =
                new Consent(
                        Octets.hex("01"),
                        Purpose.REGIONAL_MARKETING_CAMPAIGN,
                        "v1",
                        method,
                        Octets.hex("02"),
                        fixture.clock.instant(),
                        null);
        return request(
                consents.record(caller.tenant(), consent), Purpose.REGIONAL_MARKETING_CAMPAIGN);
    }

    private LeaseRequest request(ConsentId consent, Purpose purpose) {
        return new LeaseRequest(
                Wanted.ANY, LeaseFixture.TTL, purpose, "a test", profile, consent, null);
    }

    private Lease lease(ConsentId consent) {
        return fixture.granted(create(request(consent, Purpose.QA_TESTING))).lease();
    }

    private LeaseOutcome create(LeaseRequest request) {
        return fixture.create(caller, request);
    }

    private LeaseState state(Lease lease) {
        return Objects.requireNonNull(fixture.leases.find(caller.tenant(), lease.id()))
                .stateAt(fixture.clock.instant());
    }

    private List<String> told() {
        return db.database()
                .dsl()
                .select(FEED.TYPE, FEED.DETAIL)
                .from(FEED)
                .where(FEED.TENANT_ID.eq(caller.tenant().uuid()), FEED.DETAIL.isNotNull())
                .orderBy(FEED.DAY, FEED.SEQUENCE)
                .fetch(row -> row.value1() + " " + row.value2());
    }
}
