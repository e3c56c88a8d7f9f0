package io.inlet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.simulator.RawEsme.Frame;
import io.inlet.simulator.message.OutgoingMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final SmscSettings SETTINGS =
            SmscSettings.DEFAULT.withRedelivery(Redelivery.after(Duration.ofMillis(20)));
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<DeliveryObserver.Answer> answers = new ArrayList<>();

    private static OutgoingMessage message(int number) {
        return OutgoingMessage.to("+999123").from("ACME").text("Note " + number).build();
    }

    @Test
    void the_window_is_respected() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS.withWindow(3));
                RawEsme esme = RawEsme.bound(smsc.port())) {
            for (int i = 0; i < 5; i++) {
                smsc.send(message(i));
            }
            Frame first = esme.readDeliverSm();
            esme.readDeliverSm();
            esme.readDeliverSm();
            assertThat(esme.isQuietFor(Duration.ofMillis(200))).isTrue();
            assertThat(smsc.sessions().getFirst().inFlight()).isEqualTo(3);

            esme.answer(first, 0);
            assertThat(esme.readDeliverSm().sequence()).isEqualTo(4);
            assertThat(esme.isQuietFor(Duration.ofMillis(200))).isTrue();
            assertThat(smsc.ledger().counts())
                    .isEqualTo(new LedgerCounts(5, 1, 3, 1, 0, 0, 0, 4, 0));
        }
    }

    @Test
    void an_unanswered_message_comes_again_after_a_lost_connection() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS)) {
            Handed handed;
            Frame before;
            try (RawEsme lost = RawEsme.bound(smsc.port())) {
                handed = smsc.send(message(1));
                before = lost.readDeliverSm();
            }
            await().atMost(SOON).until(() -> smsc.ledger().unanswered() == 1);
            assertThat(smsc.ledger().state(handed.firstSegment()))
                    .isEqualTo(SegmentState.UNANSWERED);

            try (RawEsme next = RawEsme.bound(smsc.port())) {
                Frame again = next.readDeliverSm();
                assertThat(again.octets()).isEqualTo(before.octets());
                next.answer(again, 0);
                assertThat(smsc.ledger().awaitSettled(SOON)).isTrue();
                assertThat(smsc.ledger().acknowledged()).isEqualTo(1);
                assertThat(smsc.ledger().counts().sends()).isEqualTo(2);
            }
        }
    }

    @Test
    void another_session_of_the_carrier_may_get_the_second_copy() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS);
                RawEsme first = RawEsme.bound(smsc.port())) {
            smsc.send(message(1));
            first.readDeliverSm();
            try (RawEsme second = RawEsme.bound(smsc.port())) {
                smsc.sessions().getFirst().reset();
                second.answer(second.readDeliverSm(), 0);
                assertThat(smsc.ledger().awaitSettled(SOON)).isTrue();
            }
        }
    }

    @Test
    void a_temporary_refusal_is_sent_again_under_a_new_sequence_number() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            smsc.send(message(1));
            Frame refused = esme.readDeliverSm();
            esme.answer(refused, CommandStatus.ESME_RMSGQFUL.code());

            Frame again = esme.readDeliverSm();
            assertThat(again.octets()).isEqualTo(refused.octets());
            assertThat(again.sequence()).isNotEqualTo(refused.sequence());
            assertThat(smsc.ledger().refusals()).containsEntry(0x14, 1L);
        }
    }

    @Test
    void a_permanent_refusal_loses_the_message() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            Handed handed = smsc.send(message(1));
            esme.answer(esme.readDeliverSm(), CommandStatus.ESME_RINVMSGLEN.code());

            assertThat(smsc.ledger().awaitSettled(SOON)).isTrue();
            assertThat(smsc.ledger().state(handed.firstSegment())).isEqualTo(SegmentState.LOST);
            assertThat(smsc.ledger().status(handed.firstSegment())).isEqualTo(1);
            assertThat(esme.isQuietFor(Duration.ofMillis(200))).isTrue();
        }
    }

    @Test
    void a_generic_nack_refuses_the_message_that_it_names() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            smsc.send(message(1));
            Frame sent = esme.readDeliverSm();
            esme.write(0x8000_0000, 0x03, sent.sequence(), java.nio.ByteBuffer.allocate(0));

            assertThat(smsc.ledger().awaitSettled(SOON)).isTrue();
            assertThat(smsc.ledger().lost()).isEqualTo(1);
        }
    }

    @Test
    void a_message_without_an_answer_comes_again_when_the_response_timer_runs_out()
            throws Exception {
        var timers = new SmscSettings.Timers(Duration.ofMillis(100), null);
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS.withTimers(timers));
                RawEsme esme = RawEsme.bound(smsc.port())) {
            smsc.send(message(1));
            Frame first = esme.readDeliverSm();
            Frame second = esme.readDeliverSm();
            assertThat(second.octets()).isEqualTo(first.octets());

            esme.answer(second, 0);
            esme.answer(first, 0);
            await().atMost(SOON).until(() -> !strays(smsc).isEmpty());
            assertThat(strays(smsc))
                    .containsExactly(new Response(0x8000_0005, 0, first.sequence()));
            assertThat(smsc.ledger().acknowledged()).isEqualTo(1);
        }
    }

    @Test
    void the_observer_is_told_when_each_went_out_and_was_answered() throws Exception {
        DeliveryObserver observer =
                new DeliveryObserver() {
                    @Override
                    public void answered(Answer answer) {
                        answers.add(answer);
                    }
                };
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS, observer);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            smsc.send(message(1));
            esme.answer(esme.readDeliverSm(), 0);
            assertThat(smsc.ledger().awaitSettled(SOON)).isTrue();
        }
        assertThat(answers).hasSize(1);
        DeliveryObserver.Answer answer = answers.getFirst();
        assertThat(answer.status()).isZero();
        assertThat(answer.answeredNanos()).isGreaterThan(answer.sentNanos());
        assertThat(answer.sentNanos()).isGreaterThanOrEqualTo(answer.intendedNanos());
    }

    private static List<Response> strays(ScriptedSmsc smsc) {
        return smsc.sessions().getFirst().strays();
    }
}
