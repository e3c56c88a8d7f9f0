package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Redelivered;
import io.inlet.intake.Disposition.Stored;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.Answered;
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

    private final Stores stores = new Stores(db).withTables();
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
        Disposition second =
                stores.commit(sms.at(LATER).after(Answered.before(NOON.plusMillis(1))));
        assertThat(second).isInstanceOf(Stored.class).isNotEqualTo(first);

        // From then on the second is the one that comes again.
        Disposition third = stores.commit(sms.at(LATER.plusSeconds(1)));
        assertThat(third).isEqualTo(new Redelivered(Stores.id(second)));
        assertThat(stores.row(Stores.id(first)).getDeliveryCount()).isEqualTo(1);
        assertThat(stores.row(Stores.id(second)).getDeliveryCount()).isEqualTo(2);
    }

    @Test
    void an_answer_to_what_arrived_before_it_proves_nothing() {
        assertThat(stores.commit(sms.at(LATER).after(Answered.before(NOON))))
                .isEqualTo(redelivered());
    }

    @Test
    void after_a_doubtful_answer_it_is_the_same_message_however_much_was_answered_since() {
        Answered allButThis = new Answered(LATER, List.of(new Answered.Gap(NOON, NOON)));
        sessions.proven(new SessionId(session), allButThis);
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()))).isEqualTo(redelivered());
    }

    @Test
    void on_its_own_session_too_a_doubtful_answer_makes_it_the_same_message() {
        Answered allButThis = new Answered(LATER, List.of(new Answered.Gap(NOON, NOON)));
        assertThat(stores.commit(sms.at(LATER).after(allButThis))).isEqualTo(redelivered());
        assertThat(stores.row(Stores.id(first)).getDeliveryCount()).isEqualTo(2);
    }

    @Test
    void doubts_about_its_neighbours_are_none_about_it() {
        Instant tick = NOON.plusNanos(1_000);
        Answered butNeighbours =
                new Answered(
                        LATER,
                        List.of(
                                new Answered.Gap(NOON.minusSeconds(9), NOON.minusNanos(1_000)),
                                new Answered.Gap(tick, tick)));
        sessions.proven(new SessionId(session), butNeighbours);
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()))).isInstanceOf(Stored.class);
    }

    @Test
    void answers_on_another_session_prove_nothing() {
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()).after(Answered.before(LATER))))
                .isEqualTo(redelivered());
    }

    @Test
    void proof_reaches_no_further_than_its_instant() {
        sessions.proven(new SessionId(session), Answered.before(NOON));
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()))).isEqualTo(redelivered());
    }

    @Test
    void proof_kept_with_the_session_makes_it_a_genuine_resend_on_any_other() {
        sessions.proven(new SessionId(session), Answered.before(NOON.plusSeconds(1)));
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()))).isInstanceOf(Stored.class);
    }

    @Test
    void on_its_own_session_proof_that_came_while_it_waited_for_its_commit_does_not_count() {
        sessions.proven(new SessionId(session), Answered.before(NOON.plusSeconds(1)));
        assertThat(stores.commit(sms.at(LATER))).isEqualTo(redelivered());
    }

    @Test
    void copy_that_was_overtaken_on_its_way_to_the_commit_is_the_same_message() {
        Sms overtaking = sms.at(LATER.plusSeconds(30)).over(Ids.random());
        sessions.opened(
                new SessionId(overtaking.session()), sessions.register("testcarrier", "b2"), NOON);
        assertThat(stores.commit(overtaking)).isEqualTo(redelivered());
        Answered all = Answered.before(LATER.plusSeconds(60));
        sessions.proven(new SessionId(overtaking.session()), all);

        assertThat(stores.commit(sms.at(LATER).over(Ids.random()))).isEqualTo(redelivered());
        assertThat(stores.row(Stores.id(first)).getDeliveryCount()).isEqualTo(3);
        // And what was proven of the later one is not lost with it.
        assertThat(stores.commit(sms.at(LATER.plusSeconds(99)).over(Ids.random())))
                .isInstanceOf(Stored.class);
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
