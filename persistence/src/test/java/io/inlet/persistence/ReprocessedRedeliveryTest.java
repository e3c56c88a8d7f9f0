package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.QUARANTINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.Disposition.Redelivered;
import io.inlet.intake.Disposition.Stored;
import io.inlet.intake.FailureQuery;
import io.inlet.intake.FailureStore.Reprocessed;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.Answered;
import io.inlet.sms.Arrival;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.SessionId;
import io.inlet.tenant.Environment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Invariant 3, of frames that nobody could read before: they are judged as when they arrived. */
class ReprocessedRedeliveryTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Reprocessed ONE_MESSAGE = new Reprocessed(1, 1, 0, 0, 0, 0, null);
    private static final Reprocessed ONE_COPY = new Reprocessed(1, 0, 0, 0, 1, 0, null);

    private final Stores stores = new Stores(db).withTables();
    private final PostgresSessions sessions =
            new PostgresSessions(db.database(), "node", stores.clock);
    private final UUID session = Ids.random();
    private final Leased leased = stores.leased(Environment.LIVE);
    private final Sms sms = written("a parcel", NOON);

    @BeforeEach
    void openTheSession() {
        db.database().dsl().deleteFrom(QUARANTINE).execute();
        var bind = sessions.register("testcarrier", "bind");
        sessions.opened(new SessionId(session), bind, NOON.minusSeconds(60));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    /** Whatever the frame, it is the one SMS. */
    private Arrival read(Origin origin, Instant at, Octets pdu) {
        return sms.at(at).over(origin.session().uuid()).segment();
    }

    private void fail(Sms frame) {
        stores.messages.commit(List.of(stores.raw(frame)));
    }

    private Reprocessed reprocess() {
        return stores.failures(this::read)
                .reprocess(new FailureQuery(List.of(), null, null, null, null, null, null, 100));
    }

    @Test
    void resend_on_its_session_after_a_timely_answer_is_a_second_message() {
        fail(sms);
        assertThat(reprocess()).isEqualTo(ONE_MESSAGE);
        assertThat(stores.commit(sms.at(LATER).after(Answered.before(LATER))))
                .isInstanceOf(Stored.class);
        assertThat(stores.seenBy(leased)).hasSize(2);
    }

    @Test
    void resend_on_another_session_is_a_second_message_once_the_answer_is_proven() {
        fail(sms);
        assertThat(reprocess()).isEqualTo(ONE_MESSAGE);
        sessions.proven(new SessionId(session), Answered.before(LATER));
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()))).isInstanceOf(Stored.class);
        assertThat(stores.seenBy(leased)).hasSize(2);
    }

    @Test
    void unproven_it_is_the_same_message_on_any_session() {
        fail(sms);
        assertThat(reprocess()).isEqualTo(ONE_MESSAGE);
        assertThat(stores.commit(sms.at(LATER))).isInstanceOf(Redelivered.class);
        assertThat(stores.commit(sms.at(LATER).over(Ids.random()))).isInstanceOf(Redelivered.class);
        assertThat(stores.seenBy(leased)).hasSize(1);
    }

    @Test
    void frame_that_was_sent_again_after_a_timely_answer_is_two_messages() {
        fail(sms);
        fail(sms.at(LATER).after(Answered.before(LATER)));
        assertThat(reprocess()).isEqualTo(new Reprocessed(2, 2, 0, 0, 0, 0, null));
        assertThat(stores.seenBy(leased)).hasSize(2);
    }

    @Test
    void frame_that_comes_after_a_message_of_its_session_is_judged_as_on_arrival() {
        stores.commit(sms);
        fail(written("padded", LATER));
        assertThat(reprocess()).isEqualTo(ONE_COPY);

        // The copy before it is the one in doubt, and after it none.
        List<Answered.Gap> gaps = List.of(new Answered.Gap(LATER, LATER.plusNanos(1_000)));
        Instant again = LATER.plusSeconds(60);
        fail(written("cut", again).after(new Answered(again, gaps)));
        assertThat(reprocess()).isEqualTo(ONE_COPY);

        Instant atLast = again.plusSeconds(60);
        fail(written("cut elsewhere", atLast).after(new Answered(atLast, gaps)));
        assertThat(reprocess()).isEqualTo(ONE_MESSAGE);
    }

    /** Octets of this test's own; nobody knows of others that they are the same SMS. */
    private Sms written(String how, Instant at) {
        return Sms.to(leased.msisdn(), how + " for " + leased.msisdn(), at).over(session);
    }
}
