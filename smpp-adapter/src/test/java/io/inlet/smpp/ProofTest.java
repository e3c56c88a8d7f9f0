package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.smpp.SessionEvents.Event;
import io.inlet.sms.Answered;
import io.inlet.sms.Arrival;
import io.inlet.sms.Segment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the carrier counts as having heard an answer (invariant 3). */
class ProofTest {
    private static final int PROOF_MILLIS = 30;
    private static final int BUDGET_MILLIS = 1_000;

    @Test
    void answers_are_proven_by_an_enquire_link_sent_after_them_and_answered() {
        try (Rig rig = Rig.start(t -> t.proofMillis = PROOF_MILLIS)) {
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "one"));
            assertThat(link.read().sequenceNumber()).isEqualTo(1);
            Frame.Pdu check = link.read();
            assertThat(check.commandId()).isEqualTo(CommandId.ENQUIRE_LINK);
            assertThat(rig.sessions.events(Event.Proven.class)).isEmpty();

            link.answer(check);

            Segment segment = rig.inbox.segments().getFirst();
            await().until(() -> !rig.sessions.events(Event.Proven.class).isEmpty());
            Event.Proven proven = rig.sessions.events(Event.Proven.class).getFirst();
            assertThat(proven.answered().contains(segment.receivedAt())).isTrue();
            assertThat(proven.session()).isEqualTo(segment.origin().session());
            assertThat(link.poll(5 * PROOF_MILLIS)).as("nothing more to prove").isNull();
        }
    }

    @Test
    void answer_to_something_else_proves_nothing() {
        try (Rig rig = Rig.start(t -> t.proofMillis = PROOF_MILLIS)) {
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "one"));
            link.read();
            Frame.Pdu check = link.read();
            int wrong = check.sequenceNumber() + 1;
            link.write(
                    Pdus.header(CommandId.ENQUIRE_LINK | Pdus.RESPONSE, 0, wrong),
                    Pdus.header(CommandId.ENQUIRE_LINK, 0, 9));
            assertThat(link.read().sequenceNumber()).isEqualTo(9);
            link.close();

            await().until(() -> !rig.sessions.events(Event.Closed.class).isEmpty());
            assertThat(rig.sessions.events(Event.Proven.class)).isEmpty();
        }
    }

    @Test
    void open_request_holds_the_watermark_for_those_behind_it() {
        try (Rig rig = Rig.start(t -> t.proofMillis = PROOF_MILLIS)) {
            rig.inbox.hold();
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "open"), Pdus.deliverSm(2, "answered"));
            ScriptedInbox.Held open = rig.inbox.next();
            rig.inbox.next().store();
            assertThat(link.read().sequenceNumber()).isEqualTo(2);
            link.write(Pdus.deliverSm(3, "next"));
            Arrival next = rig.inbox.next().arrival();
            assertThat(next.answered()).isEqualTo(Answered.before(open.arrival().receivedAt()));
            assertThat(link.poll(5 * PROOF_MILLIS)).as("nothing to prove").isNull();

            open.store();
            assertThat(link.read().sequenceNumber()).isEqualTo(1);
            link.answer(link.read());
            await().until(() -> !rig.sessions.events(Event.Proven.class).isEmpty());
            assertThat(rig.sessions.events(Event.Proven.class).getFirst().answered())
                    .isEqualTo(Answered.before(next.receivedAt()));
        }
    }

    @Test
    void late_answer_alone_stays_unproven_while_its_session_goes_on_proving() {
        try (Rig rig =
                Rig.start(t -> {
                    t.responseBudgetMillis = BUDGET_MILLIS;
                    t.proofMillis = PROOF_MILLIS;
                })) {
            rig.inbox.hold();
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "late"));
            ScriptedInbox.Held late = rig.inbox.next();
            outlastTheBudget(late.arrival());
            late.store();
            assertThat(link.read().sequenceNumber()).isEqualTo(1);

            link.write(Pdus.deliverSm(2, "in time"));
            ScriptedInbox.Held inTime = rig.inbox.next();
            inTime.store();
            assertThat(link.read().sequenceNumber()).isEqualTo(2);
            link.answer(link.read());

            await().until(() -> !rig.sessions.events(Event.Proven.class).isEmpty());
            Answered proven = rig.sessions.events(Event.Proven.class).getLast().answered();
            assertThat(proven.contains(inTime.arrival().receivedAt())).isTrue();
            assertThat(proven.contains(late.arrival().receivedAt())).isFalse();
            link.write(Pdus.deliverSm(3, "next"));
            Answered next = rig.inbox.next().arrival().answered();
            assertThat(next.contains(inTime.arrival().receivedAt())).isTrue();
            assertThat(next.contains(late.arrival().receivedAt())).isFalse();
        }
    }

    @Test
    void what_an_enquire_link_failed_to_prove_in_time_is_in_doubt_for_good() {
        try (Rig rig =
                Rig.start(t -> {
                    t.enquireLinkAnswerMillis = 1_000;
                    t.proofMillis = PROOF_MILLIS;
                })) {
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "one"));
            assertThat(link.read().commandId()).isEqualTo(CommandId.DELIVER_SM | Pdus.RESPONSE);
            assertThat(link.read().commandId()).isEqualTo(CommandId.ENQUIRE_LINK);
            link.write(Pdus.deliverSm(2, "two"));
            assertThat(link.read().commandId()).isEqualTo(CommandId.DELIVER_SM | Pdus.RESPONSE);
            Frame.Pdu second = link.read();
            assertThat(second.commandId())
                    .as("the first took too long")
                    .isEqualTo(CommandId.ENQUIRE_LINK);
            link.answer(second);
            link.write(Pdus.deliverSm(3, "three"));
            link.read();

            Instant one = rig.inbox.segments().get(0).receivedAt();
            Instant two = rig.inbox.segments().get(1).receivedAt();
            assertThat(rig.inbox.segments().get(1).answered().contains(one)).isTrue();
            assertThat(rig.inbox.segments().get(2).answered().contains(one)).isFalse();
            assertThat(rig.inbox.segments().get(2).answered().contains(two)).isTrue();
        }
    }

    @Test
    void what_was_not_stored_is_no_doubt_and_an_unknown_outcome_is() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            for (Disposition disposition :
                    List.of(
                            new Deferred(Deferred.Reason.INTAKE_FULL),
                            new Deferred(Deferred.Reason.OUTCOME_UNKNOWN),
                            ScriptedInbox.stored())) {
                rig.inbox.answer(disposition);
                link.write(Pdus.deliverSm(1, "text"));
                link.read();
            }
            Instant unknown = rig.inbox.segments().get(1).receivedAt();
            Segment last = rig.inbox.segments().get(2);
            assertThat(last.answered())
                    .isEqualTo(
                            new Answered(
                                    last.receivedAt(),
                                    List.of(new Answered.Gap(unknown, unknown))));
        }
    }

    @Test
    void unbind_answered_at_the_stop_proves_the_last_answers() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "last"));
            link.read();
            Thread stop = Thread.ofVirtual().start(rig.carriers::close);
            link.answer(link.read());
            await().until(() -> !stop.isAlive());

            assertThat(rig.sessions.events(Event.Proven.class)).hasSize(1);
            Answered proven = rig.sessions.events(Event.Proven.class).getFirst().answered();
            assertThat(proven.contains(rig.inbox.segments().getFirst().receivedAt())).isTrue();
        }
    }

    @Test
    void proof_is_told_once_the_store_is_back() {
        try (Rig rig = Rig.start(t -> t.proofMillis = PROOF_MILLIS)) {
            RawSmsc.Link link = rig.smsc.bound();
            await().until(() -> !rig.sessions.events().isEmpty());
            rig.sessions.away(true);
            link.write(Pdus.deliverSm(1, "one"));
            link.read();
            link.answer(link.read());
            rig.sessions.away(false);

            await().until(() -> !rig.sessions.events(Event.Proven.class).isEmpty());
            assertThat(rig.sessions.events().getFirst()).isInstanceOf(Event.Opened.class);
        }
    }

    @Test
    void arrivals_of_one_read_have_instants_of_their_own_in_order() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            byte[][] pdus = new byte[200][];
            for (int i = 0; i < pdus.length; i++) {
                pdus[i] = Pdus.deliverSm(i + 1, "burst");
            }
            link.write(pdus);
            for (int i = 0; i < pdus.length; i++) {
                link.read();
            }
            assertThat(rig.inbox.segments())
                    .extracting(Segment::receivedAt)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .hasSize(200);
        }
    }

    private static void outlastTheBudget(Arrival arrival) {
        Instant over = arrival.receivedAt().plusMillis(BUDGET_MILLIS + 10);
        await().until(() -> Instant.now().isAfter(over));
    }
}
