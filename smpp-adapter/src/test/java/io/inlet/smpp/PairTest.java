package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.log.LoggedLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A transmitter and a receiver that are one bind. */
class PairTest {
    @Test
    void bind_is_up_when_both_sessions_are() {
        try (Rig rig = start()) {
            RawSmsc.Link transmitter = bound(rig, CommandId.BIND_TRANSMITTER);
            RawSmsc.Link receiver = rig.smsc.accept();
            Frame.Pdu bind = receiver.read();
            assertThat(bind.commandId()).isEqualTo(CommandId.BIND_RECEIVER);
            assertThat(rig.status().state()).isEqualTo(BindState.BINDING);

            receiver.write(Pdus.bindResponse(bind, 0));
            await().until(() -> rig.status().state() == BindState.BOUND);
            assertThat(transmitter.poll(100)).isNull();
            assertThat(rig.smsc.isLeftAlone(100)).isTrue();
        }
    }

    @Test
    void receiver_brings_messages_and_the_transmitter_keeps_its_link_alive() {
        try (Rig rig = start()) {
            RawSmsc.Link transmitter = bound(rig, CommandId.BIND_TRANSMITTER);
            RawSmsc.Link receiver = bound(rig, CommandId.BIND_RECEIVER);
            receiver.write(Pdus.deliverSm(1, "over the receiver"));
            assertThat(receiver.readPastChecks().commandStatus()).isZero();
            await().untilAsserted(() ->
                    assertThat(rig.sessions.events(SessionEvents.Event.Opened.class))
                            .extracting(SessionEvents.Event.Opened::session)
                            .containsExactly(rig.inbox.segments().getFirst().origin().session()));
            Frame.Pdu check = transmitter.read();
            assertThat(check.commandId()).isEqualTo(CommandId.ENQUIRE_LINK);
            transmitter.answer(check);
            assertThat(rig.counts.ends).isEmpty();
        }
    }

    @Test
    @ResourceLock("BindLog") // its lines are kept for one test at a time
    void end_of_the_transmitter_ends_the_receiver_and_both_come_again() {
        try (LoggedLines log = LoggedLines.of(BindLog.class);
                Rig rig = start("paired")) {
            RawSmsc.Link transmitter = bound(rig, CommandId.BIND_TRANSMITTER);
            RawSmsc.Link receiver = bound(rig, CommandId.BIND_RECEIVER);
            await().until(() -> rig.status().state() == BindState.BOUND);
            transmitter.close();
            unbound(receiver);

            bound(rig, CommandId.BIND_TRANSMITTER);
            bound(rig, CommandId.BIND_RECEIVER);
            assertThat(rig.counts.ends)
                    .containsExactlyInAnyOrder(EndReason.CARRIER_CLOSED, EndReason.PARTNER_ENDED);
            assertThat(rig.lastEnd().reason()).isEqualTo(EndReason.CARRIER_CLOSED);
            await().untilAsserted(() ->
                    assertThat(rig.sessions.events(SessionEvents.Event.Closed.class))
                            .extracting(SessionEvents.Event.Closed::reason)
                            .containsExactly("carrier_closed"));
            assertThat(log.lines())
                    .anyMatch(line ->
                            line.contains("partner ended: carrier=acme bind=paired as=RECEIVER"))
                    .anyMatch(line ->
                            line.contains(" bind=paired ")
                                    && line.contains(" reason=carrier_closed "));
        }
    }

    @Test
    void message_that_comes_over_the_transmitter_after_all_is_taken() {
        try (Rig rig = start()) {
            RawSmsc.Link transmitter = bound(rig, CommandId.BIND_TRANSMITTER);
            bound(rig, CommandId.BIND_RECEIVER);
            transmitter.write(Pdus.deliverSm(1, "the wrong way"));
            assertThat(transmitter.readPastChecks().commandStatus()).isZero();
            assertThat(rig.inbox.segments()).hasSize(1);
        }
    }

    @Test
    void end_of_the_receiver_ends_the_transmitter() {
        try (Rig rig = start()) {
            RawSmsc.Link transmitter = bound(rig, CommandId.BIND_TRANSMITTER);
            RawSmsc.Link receiver = bound(rig, CommandId.BIND_RECEIVER);
            await().until(() -> rig.status().state() == BindState.BOUND);
            receiver.write(Pdus.header(CommandId.UNBIND, 0, 7));
            unbound(transmitter);
            bound(rig, CommandId.BIND_TRANSMITTER);
            assertThat(rig.counts.ends)
                    .containsExactlyInAnyOrder(EndReason.CARRIER_UNBOUND, EndReason.PARTNER_ENDED);
        }
    }

    @Test
    void receiver_that_is_refused_takes_the_transmitter_with_it() {
        try (Rig rig = start()) {
            RawSmsc.Link transmitter = bound(rig, CommandId.BIND_TRANSMITTER);
            RawSmsc.Link receiver = rig.smsc.accept();
            receiver.write(Pdus.bindResponse(receiver.read(), CommandStatus.ESME_RBINDFAIL));
            unbound(transmitter);
            assertThat(rig.lastEnd().reason()).isEqualTo(EndReason.BIND_REFUSED);
        }
    }

    @Test
    void end_of_the_transmitter_before_the_receiver_is_bound_is_told_as_a_miss() {
        try (Rig rig = start()) {
            RawSmsc.Link transmitter = bound(rig, CommandId.BIND_TRANSMITTER);
            RawSmsc.Link receiver = rig.smsc.accept();
            receiver.read();
            transmitter.close();
            await().untilAsserted(() ->
                    assertThat(rig.sessions.events(SessionEvents.Event.Missed.class))
                            .extracting(SessionEvents.Event.Missed::reason)
                            .containsExactly("carrier_closed"));
            assertThat(rig.sessions.events(SessionEvents.Event.Opened.class)).isEmpty();
        }
    }

    @Test
    void no_second_pair_is_begun_while_one_session_of_the_first_stands() {
        try (Rig rig = start()) {
            RawSmsc.Link transmitter = bound(rig, CommandId.BIND_TRANSMITTER);
            RawSmsc.Link receiver = bound(rig, CommandId.BIND_RECEIVER);
            await().until(() -> rig.status().state() == BindState.BOUND);
            transmitter.close();
            assertThat(receiver.readPastChecks().commandId()).isEqualTo(CommandId.UNBIND);
            assertThat(rig.smsc.isLeftAlone(300)).isTrue(); // unbind takes a second at most
            assertThat(receiver.isClosedByGateway()).isTrue();
            bound(rig, CommandId.BIND_TRANSMITTER);
        }
    }

    @Test
    void stop_unbinds_both() {
        Rig rig = start();
        RawSmsc.Link transmitter = bound(rig, CommandId.BIND_TRANSMITTER);
        RawSmsc.Link receiver = bound(rig, CommandId.BIND_RECEIVER);
        await().until(() -> rig.status().state() == BindState.BOUND);
        Thread stopping = Thread.ofVirtual().start(rig.carriers::close);
        unbound(transmitter);
        unbound(receiver);
        await().until(() -> !stopping.isAlive());
        assertThat(rig.counts.ends)
                .containsExactly(EndReason.GATEWAY_STOPPED, EndReason.GATEWAY_STOPPED);
        rig.close();
    }

    private static Rig start() {
        return start("b1");
    }

    private static Rig start(String name) {
        return Rig.startWith(form -> {
            form.name = name;
            form.type = BindType.PAIR;
            form.timers.enquireLinkMillis = 300;
            form.timers.reconnectFirstMillis = 1;
        });
    }

    private static RawSmsc.Link bound(Rig rig, int commandId) {
        RawSmsc.Link link = rig.smsc.accept();
        Frame.Pdu bind = link.read();
        assertThat(bind.commandId()).isEqualTo(commandId);
        link.write(Pdus.bindResponse(bind, 0));
        return link;
    }

    private static void unbound(RawSmsc.Link link) {
        Frame.Pdu unbind = link.readPastChecks();
        while (unbind.commandId() != CommandId.UNBIND) {
            unbind = link.readPastChecks();
        }
        link.answer(unbind);
        assertThat(link.isClosedByGateway()).isTrue();
    }
}
