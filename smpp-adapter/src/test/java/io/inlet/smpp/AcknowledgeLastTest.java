package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.Disposition.Deferred;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invariant 1, as far as the wire goes, and what becomes of answers. */
class AcknowledgeLastTest {

    @Test
    void response_with_esme_rok_is_written_only_after_the_commit() {
        try (Rig rig = Rig.start()) {
            rig.inbox.hold();
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "one"), Pdus.deliverSm(2, "two"));
            ScriptedInbox.Held first = rig.inbox.next();
            ScriptedInbox.Held second = rig.inbox.next();
            assertThat(link.poll(100)).isNull();

            second.store();
            assertThat(link.read().sequenceNumber()).isEqualTo(2);
            assertThat(link.poll(100)).isNull();

            first.store();
            assertThat(link.read().sequenceNumber()).isEqualTo(1);
        }
    }

    @Test
    void answers_from_many_threads_leave_in_few_flushes_and_each_once() {
        int count = 5_000;
        try (Rig rig = Rig.start()) {
            rig.inbox.hold();
            RawSmsc.Link link = rig.smsc.bound();
            Thread.ofVirtual()
                    .start(() -> {
                        for (int i = 1; i <= count; i++) {
                            link.write(Pdus.deliverSm(i, "many"));
                        }
                    });
            List<ScriptedInbox.Held> held = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                held.add(rig.inbox.next());
            }
            for (int t = 0; t < 4; t++) {
                int turn = t;
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = turn; i < count; i += 4) {
                                held.get(i).store();
                            }
                        });
            }
            boolean[] answered = new boolean[count + 1];
            for (int i = 0; i < count; i++) {
                int sequence = link.read().sequenceNumber();
                assertThat(answered[sequence]).isFalse();
                answered[sequence] = true;
            }
            assertThat(link.poll(50)).isNull();
            await().until(() -> rig.status().traffic().unanswered() == 0);
        }
    }

    @Test
    void what_the_intake_says_after_the_end_of_a_session_is_counted_as_unheard() {
        try (Rig rig = Rig.start()) {
            rig.inbox.hold();
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "late"));
            ScriptedInbox.Held held = rig.inbox.next();
            link.reset();
            await().until(() -> !rig.counts.ends.isEmpty());
            held.store();

            await().until(() -> rig.counts.unheard.size() == 1);
            assertThat(rig.counts.statuses).isEmpty();
        }
    }

    @Test
    void more_than_a_session_may_hold_is_refused_with_the_overload_status() {
        int count = 20_050;
        try (Rig rig = Rig.start()) {
            rig.inbox.hold();
            RawSmsc.Link link = rig.smsc.bound();
            Thread.ofVirtual()
                    .start(() -> {
                        for (int i = 1; i <= count; i++) {
                            link.write(Pdus.deliverSm(i, "flood"));
                        }
                    });
            for (int i = 20_001; i <= count; i++) {
                Frame.Pdu refusal = link.read();
                assertThat(refusal.sequenceNumber()).isEqualTo(i);
                assertThat(refusal.commandStatus()).isEqualTo(CommandStatus.ESME_RMSGQFUL);
            }
            assertThat(rig.inbox.arrivals()).hasSize(20_000);
            link.write(Pdus.header(CommandId.ENQUIRE_LINK, 0, 1));
            assertThat(link.read().commandId()).isEqualTo(CommandId.ENQUIRE_LINK | Pdus.RESPONSE);
        }
    }

    @Test
    void stop_flushes_the_last_answers_then_unbinds() {
        try (Rig rig = Rig.start()) {
            rig.inbox.hold();
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "last"));
            ScriptedInbox.Held held = rig.inbox.next();
            Thread stop = Thread.ofVirtual().start(rig.carriers::close);
            await().until(() -> rig.status().state() == BindState.UNBINDING);
            link.write(Pdus.deliverSm(2, "too late"));
            assertThat(link.poll(100)).isNull();
            held.store();

            Frame.Pdu answer = link.read();
            assertThat(answer.sequenceNumber()).isEqualTo(1);
            assertThat(answer.commandStatus()).isEqualTo(CommandStatus.ESME_ROK);
            Frame.Pdu unbind = link.read();
            assertThat(unbind.commandId()).isEqualTo(CommandId.UNBIND);
            Frame.Pdu refusal = link.read();
            assertThat(refusal.sequenceNumber()).isEqualTo(2);
            assertThat(refusal.commandStatus()).isEqualTo(CommandStatus.ESME_RMSGQFUL);
            link.answer(unbind);
            assertThat(link.isClosedByGateway()).isTrue();

            await().until(() -> !stop.isAlive());
            assertThat(rig.status().state()).isEqualTo(BindState.STOPPED);
            assertThat(rig.counts.ends).containsExactly(EndReason.GATEWAY_STOPPED);
            assertThat(rig.inbox.arrivals()).hasSize(1);
            assertThat(rig.sessions.events().getLast())
                    .isInstanceOf(SessionEvents.Event.Closed.class);
        }
    }

    @Test
    void stop_ends_in_time_when_neither_intake_nor_carrier_answers() {
        try (Rig rig = Rig.start(t -> t.responseBudgetMillis = 200)) {
            rig.inbox.hold();
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "stuck"));
            rig.inbox.next();

            rig.carriers.close();

            assertThat(link.read().commandId()).isEqualTo(CommandId.UNBIND);
            assertThat(rig.status().state()).isEqualTo(BindState.STOPPED);
        }
    }

    @Test
    void error_answer_is_an_answer_too() {
        try (Rig rig = Rig.start()) {
            rig.inbox.answer(new Deferred(Deferred.Reason.STORE_UNAVAILABLE));
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "not now"));
            link.read();

            await().until(() -> rig.counts.statuses.contains("ESME_RSYSERR"));
        }
    }
}
