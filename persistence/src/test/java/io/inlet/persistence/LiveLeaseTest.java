package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONSENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.consent.ConsentId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseOutcome.ConsentMissing;
import io.inlet.lease.LeaseOutcome.ProfileNotVerified;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.lease.Purpose;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.ProfileStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A live lease needs a verified profile and a consent; both are its tenant's own. */
class LiveLeaseTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final LeaseFixture fixture = new LeaseFixture(db);
    private final Caller caller = db.rows().tenant(Environment.LIVE);
    private final Caller other = db.rows().tenant(Environment.LIVE);
    private final ProfileId profile = fixture.profile(caller.tenant(), ProfileStatus.VERIFIED);
    private final ConsentId consent = fixture.consent(caller.tenant(), Purpose.QA_TESTING, null);

    @BeforeEach
    void fillPool() {
        db.rows().numbers(Environment.LIVE, 1);
    }

    @Test
    void a_verified_profile_and_a_consent_get_a_live_number() {
        fixture.granted(create(profile, consent));
    }

    @Test
    void a_profile_must_be_verified_and_ones_own() {
        assertThat(create(null, consent)).isInstanceOf(ProfileNotVerified.class);
        assertThat(create(new ProfileId(UUID.randomUUID()), consent))
                .isInstanceOf(ProfileNotVerified.class);
        assertThat(create(fixture.profile(caller.tenant(), ProfileStatus.UNVERIFIED), consent))
                .isInstanceOf(ProfileNotVerified.class);
        assertThat(create(fixture.profile(other.tenant(), ProfileStatus.VERIFIED), consent))
                .isInstanceOf(ProfileNotVerified.class);
    }

    @Test
    void a_consent_must_be_ones_own_and_for_the_purpose() {
        assertThat(create(profile, null)).isInstanceOf(ConsentMissing.class);
        assertThat(create(profile, fixture.consent(other.tenant(), Purpose.QA_TESTING, null)))
                .isInstanceOf(ConsentMissing.class);
        assertThat(
                        create(
                                profile,
                                fixture.consent(caller.tenant(), Purpose.ACCOUNT_RECOVERY, null)))
                .isInstanceOf(ConsentMissing.class);
    }

    @Test
    void a_consent_must_be_valid_now() {
        var now = fixture.clock.instant();
        var over = fixture.consent(caller.tenant(), Purpose.QA_TESTING, now);
        assertThat(create(profile, over)).isInstanceOf(ConsentMissing.class);
        db.database()
                .dsl()
                .update(CONSENT)
                .set(CONSENT.WITHDRAWN_AT, now)
                .where(CONSENT.CONSENT_ID.eq(consent.uuid()))
                .execute();
        assertThat(create(profile, consent)).isInstanceOf(ConsentMissing.class);
    }

    @Test
    void sandbox_needs_neither_but_names_no_others() {
        Caller sandbox = db.rows().tenant(Environment.SANDBOX);
        db.rows().numbers(Environment.SANDBOX, 1);
        assertThat(fixture.create(sandbox, LeaseFixture.request(Wanted.ANY, profile, null)))
                .isInstanceOf(ProfileNotVerified.class);
        assertThat(fixture.create(sandbox, LeaseFixture.request(Wanted.ANY, null, consent)))
                .isInstanceOf(ConsentMissing.class);
        fixture.granted(fixture.create(sandbox, LeaseFixture.request(Wanted.ANY)));
    }

    private LeaseOutcome create(@Nullable ProfileId profile, @Nullable ConsentId consent) {
        return fixture.create(caller, LeaseFixture.request(Wanted.ANY, profile, consent));
    }
}
