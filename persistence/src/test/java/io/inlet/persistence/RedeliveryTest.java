package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Redelivered;
import io.inlet.intake.Disposition.Stored;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.BindId;
import io.inlet.sms.SessionId;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Invariant 3: what is the same SMS again, and what is a genuine resend. */
class RedeliveryTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Duration HORIZON = CommitSettings.DEFAULT.redeliveryHorizon();

    private final Stores stores = new Stores(db);
    private final PostgresSessions sessions =
            new PostgresSessions(db.database(), "node", stores.clock);
    private final UUID session = Ids.random();
    private Sms sms = Sms.to("447700000000", "", NOON);
    private Disposition first = new Disposition.Deferred(Disposition.Deferred.Reason.INTAKE_FULL);

    @BeforeEach
    void commitTheFirstCopy() {
        Leased leased = stores.leased(Environment.LIVE);
        sms = Sms.to(leased.msisdn(), "code 123123", NOON).over(session);
        BindId bind = sessions.register("testcarrier", "bind");
        sessions.opened(new SessionId(session), bind, NOON.minusSeconds(60));
        first = stores.commit(sms);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void unproven_it_is_the_same_message_on_any_session() {
        assertThat(stores.commit(sms.at(LATER))).isEqualTo(redelivered());
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()))).isEqualTo(redelivered());
        assertThat(stores.row(Stores.id(first)).getDeliveryCount()).isEqualTo(3);
    }

    @Test
    void on_the_same_session_after_a_timely_answer_it_is_a_genuine_resend() {
        Disposition second = stores.commit(sms.at(LATER).answeredUntil(NOON.plusMillis(1)));
        assertThat(second).isInstanceOf(Stored.class).isNotEqualTo(first);

        // From then on the second is the one that comes again.
        Disposition third = stores.commit(sms.at(LATER.plusSeconds(1)));
        assertThat(third).isEqualTo(new Redelivered(Stores.id(second)));
        assertThat(stores.row(Stores.id(first)).getDeliveryCount()).isEqualTo(1);
        assertThat(stores.row(Stores.id(second)).getDeliveryCount()).isEqualTo(2);
    }

    @Test
    void an_answer_to_what_arrived_before_it_proves_nothing() {
        assertThat(stores.commit(sms.at(LATER).answeredUntil(NOON))).isEqualTo(redelivered());
    }

    @Test
    void answers_on_another_session_prove_nothing() {
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()).answeredUntil(LATER)))
                .isEqualTo(redelivered());
    }

    @Test
    void a_proof_kept_with_the_session_makes_it_a_genuine_resend_anywhere() {
        sessions.proven(new SessionId(session), NOON);
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()))).isEqualTo(redelivered());
    }

    @Test
    void a_proof_beyond_its_arrival_holds_for_it() {
        sessions.proven(new SessionId(session), NOON.plusSeconds(1));
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()))).isInstanceOf(Stored.class);
    }

    @Test
    void what_was_answered_late_is_not_proven_with_the_rest() {
        UUID fingerprint = stores.submissions(List.of(sms)).getFirst().fingerprint();
        sessions.unproven(fingerprint);
        sessions.proven(new SessionId(session), NOON.plusSeconds(1));
        assertThat(stores.commit(sms.at(LATER).answeredUntil(LATER))).isEqualTo(redelivered());
    }

    @Test
    void after_the_horizon_it_is_another_message() {
        Instant last = NOON.plus(HORIZON).minusSeconds(1);
        assertThat(stores.commit(sms.at(last))).isEqualTo(redelivered());
        // Counted from the latest copy.
        assertThat(stores.commit(sms.at(NOON.plus(HORIZON)))).isEqualTo(redelivered());
        Disposition another = stores.commit(sms.at(NOON.plus(HORIZON).plus(HORIZON)));
        assertThat(Stores.id(another)).isNotEqualTo(Stores.id(first));
    }

    private Disposition redelivered() {
        return new Redelivered(Stores.id(first));
    }
}
