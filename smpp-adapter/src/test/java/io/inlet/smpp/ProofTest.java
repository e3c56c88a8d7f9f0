package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.Disposition.Deferred;
import io.inlet.smpp.SessionEvents.Event;
import io.inlet.sms.Segment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the carrier counts as having heard an answer (invariant 3). */
class ProofTest {
    private static final int PROOF_MILLIS = 30;

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
            assertThat(proven.until()).isAfter(segment.receivedAt());
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
            Segment next = (Segment) rig.inbox.next().arrival();
            assertThat(next.answeredUntil()).isEqualTo(open.arrival().receivedAt());
            assertThat(link.poll(5 * PROOF_MILLIS)).as("nothing to prove").isNull();

            open.store();
            assertThat(link.read().sequenceNumber()).isEqualTo(1);
            link.answer(link.read());
            await().until(() -> !rig.sessions.events(Event.Proven.class).isEmpty());
            assertThat(rig.sessions.events(Event.Proven.class).getFirst().until())
                    .isEqualTo(next.receivedAt());
        }
    }

    @Test
    void late_answer_holds_the_watermark() {
        try (Rig rig =
                Rig.start(t -> {
                    t.responseBudgetMillis = 50;
                    t.proofMillis = PROOF_MILLIS;
                })) {
            rig.inbox.hold();
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "late"));
            ScriptedInbox.Held late = rig.inbox.next();
            Instant over = late.arrival().receivedAt().plus(Duration.ofMillis(60));
            await().until(() -> Instant.now().isAfter(over));
            late.store();
            assertThat(link.read().sequenceNumber()).isEqualTo(1);

            link.write(Pdus.deliverSm(2, "in time"));
            ScriptedInbox.Held inTime = rig.inbox.next();
            inTime.store();
            assertThat(((Segment) inTime.arrival()).answeredUntil())
                    .isEqualTo(late.arrival().receivedAt());
            assertThat(link.read().sequenceNumber()).isEqualTo(2);
            assertThat(link.poll(5 * PROOF_MILLIS)).as("nothing can be proven").isNull();
        }
    }

    @Test
    void what_was_not_stored_does_not_hold_the_watermark_but_an_unknown_outcome_does() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            rig.inbox.answer(new Deferred(Deferred.Reason.INTAKE_FULL));
            link.write(Pdus.deliverSm(1, "full"));
            link.read();
            rig.inbox.answer(new Deferred(Deferred.Reason.OUTCOME_UNKNOWN));
            link.write(Pdus.deliverSm(2, "unknown"));
            link.read();
            rig.inbox.answer(ScriptedInbox.stored());
            link.write(Pdus.deliverSm(3, "stored"));
            link.read();

            Segment full = rig.inbox.segments().get(0);
            Segment unknown = rig.inbox.segments().get(1);
            Segment stored = rig.inbox.segments().get(2);
            assertThat(unknown.answeredUntil()).isAfter(full.receivedAt());
            assertThat(stored.answeredUntil()).isEqualTo(unknown.receivedAt());
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
            assertThat(rig.sessions.events(Event.Proven.class).getFirst().until())
                    .isAfter(rig.inbox.segments().getFirst().receivedAt());
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
}
