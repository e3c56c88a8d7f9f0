package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.OPT_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.consent.Consent;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentMethod;
import io.inlet.consent.ConsentRecord;
import io.inlet.intake.KeyedHash;
import io.inlet.lease.Purpose;
import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.Environment;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A keyword withdraws its sender's own consent, and nobody else's. */
class OptOutTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final Stores stores = new Stores(db).withTables();
    private final HoldKeeper keeper = stores.holdKeeper();
    private final PostgresConsents consents = new PostgresConsents(db.database(), stores.clock);
    private final Leased leased = stores.leased(Environment.LIVE);

    @AfterEach
    void close() {
        keeper.close();
        stores.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+" + Sms.SENDER, Sms.SENDER})
    void keyword_of_the_subject_withdraws_the_consent_and_suspends_the_lease(String reference) {
        ConsentId consent = leaseStandsOn(reference);
        var message = Stores.id(stores.commit(Sms.to(leased.msisdn(), "Stop.", NOON)));
        keeper.follow();
        keeper.follow();

        assertThat(withdrawn(consent)).isTrue();
        assertThat(isSuspended()).isTrue();
        assertThat(told())
                .containsExactly("consent.withdrawn " + consent, "lease.suspended consent");
        assertThat(stores.row(message).getStatus()).isEqualTo("received");
    }

    @Test
    void keyword_of_anyone_else_is_told_and_changes_nothing() {
        ConsentId consent = leaseStandsOn("+" + Sms.SENDER);
        var sms = Sms.to(leased.msisdn(), "STOP", NOON).from("447911999999");
        var message = Stores.id(stores.commit(sms));
        keeper.follow();
        keeper.follow();

        assertThat(withdrawn(consent)).isFalse();
        assertThat(isSuspended()).isFalse();
        assertThat(told()).containsExactly("consent.opt_out_ignored " + consent);
        var row = db.database().dsl().fetchSingle(OPT_OUT, OPT_OUT.MESSAGE_ID.eq(message.uuid()));
        assertThat(row.getOutcome()).isEqualTo("ignored");
    }

    @Test
    void code_that_ends_in_how_to_opt_out_is_no_opt_out() {
        ConsentId consent = leaseStandsOn("+" + Sms.SENDER);
        stores.commit(Sms.to(leased.msisdn(), "Your code is 482913. Reply STOP to end", NOON));
        keeper.follow();
        assertThat(withdrawn(consent)).isFalse();
        assertThat(told()).isEmpty();
    }

    @Test
    void keyword_on_a_lease_without_consent_is_told() {
        stores.commit(Sms.to(leased.msisdn(), "stop", NOON));
        keeper.follow();
        assertThat(told()).containsExactly("consent.opt_out_ignored no consent");
    }

    private ConsentId leaseStandsOn(String subject) {
        var consent =
                new Consent(
                        new KeyedHash(db.keys().hashKey()).subject(subject),
                        Purpose.QA_TESTING,
                        "v1",
                        ConsentMethod.IN_APP,
                        io.inlet.sms.Octets.hex("01"),
                        NOON.minusSeconds(60),
                        null);
        ConsentId id = consents.record(leased.tenant(), consent);
        db.database()
                .dsl()
                .update(LEASE)
                .set(LEASE.CONSENT_ID, id.uuid())
                .where(LEASE.LEASE_ID.eq(leased.lease().uuid()))
                .execute();
        return id;
    }

    private boolean withdrawn(ConsentId id) {
        ConsentRecord kept = Objects.requireNonNull(consents.find(leased.tenant(), id));
        return kept.withdrawnAt() != null;
    }

    private boolean isSuspended() {
        return db.database()
                .dsl()
                .fetchExists(LEASE, LEASE.LEASE_ID.eq(leased.lease().uuid()).and(LEASE.SUSPENDED));
    }

    private List<String> told() {
        return db.database()
                .dsl()
                .select(FEED.TYPE, FEED.DETAIL)
                .from(FEED)
                .where(FEED.TENANT_ID.eq(leased.tenant().uuid()), FEED.DETAIL.isNotNull())
                .orderBy(FEED.DAY, FEED.SEQUENCE)
                .fetch(row -> row.value1() + " " + row.value2());
    }
}
