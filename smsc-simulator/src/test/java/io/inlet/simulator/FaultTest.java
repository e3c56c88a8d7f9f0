package io.inlet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.simulator.RawEsme.Frame;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.sms.Octets;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void submit_sm_is_recorded_as_a_violation_and_nacked() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            int sequence = esme.request(0x04, ByteBuffer.allocate(40));

            Frame answer = esme.read();
            assertThat(answer.commandId()).isEqualTo(0x8000_0000);
            assertThat(answer.status()).isEqualTo(CommandStatus.ESME_RINVCMDID.code());
            assertThat(answer.sequence()).isEqualTo(sequence);
            assertThat(smsc.violations())
                    .singleElement()
                    .satisfies(found -> assertThat(found.commandId()).isEqualTo(0x04));
        }
    }

    @Test
    void a_command_length_that_cannot_be_is_a_violation_and_ends_the_session() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            esme.writeOctets(ByteBuffer.allocate(16).putInt(0, 0x7fff_ffff));

            assertThat(esme.read().status()).isEqualTo(CommandStatus.ESME_RINVCMDLEN.code());
            esme.readToEnd();
            assertThat(smsc.violationCount()).isEqualTo(1);
        }
    }

    @Test
    void close_ends_the_connection_and_reset_breaks_it() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme closed = RawEsme.bound(smsc.port());
                RawEsme broken = RawEsme.bound(smsc.port())) {
            smsc.sessions().getLast().reset();
            assertThatThrownBy(broken::read)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            smsc.sessions().getFirst().close();
            closed.readToEnd();
            await().atMost(SOON).until(() -> smsc.sessions().isEmpty());
        }
    }

    @Test
    void answers_wait_while_the_carrier_does_not_read() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            SmscSession session = smsc.sessions().getFirst();
            session.stopReading(LONG);
            smsc.send(OutgoingMessage.to("+999123").text("Hello").build());
            esme.answer(esme.readDeliverSm(), 0);
            assertThat(smsc.ledger().awaitSettled(Duration.ofMillis(200))).isFalse();

            session.resumeReading();
            assertThat(smsc.ledger().awaitSettled(SOON)).isTrue();
        }
    }

    @Test
    void enquire_link_can_be_left_unanswered() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            smsc.sessions().getFirst().ignoreEnquireLinks(LONG);
            smsc.sessions().getFirst().enquireLink().cancel(false);
            esme.read(); // So that both calls have happened on the event loop.
            esme.request(0x15, ByteBuffer.allocate(0));

            assertThat(esme.isQuietFor(Duration.ofMillis(200))).isTrue();
        }
    }

    @Test
    void the_carrier_asks_for_signs_of_life_and_unbinds() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            SmscSession session = smsc.sessions().getFirst();
            CompletableFuture<Duration> alive = session.enquireLink();
            esme.answer(esme.read(), 0);
            assertThat(alive.get(30, TimeUnit.SECONDS)).isPositive();

            CompletableFuture<Duration> unbound = session.unbind();
            esme.answer(esme.read(), 0);
            assertThat(unbound.get(30, TimeUnit.SECONDS)).isPositive();
            esme.readToEnd();
        }
    }

    @Test
    void a_session_that_leaves_enquire_link_unanswered_is_closed() throws Exception {
        var timers = new SmscSettings.Timers(Duration.ofMillis(100), Duration.ofMillis(50));
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT.withTimers(timers));
                RawEsme esme = RawEsme.bound(smsc.port())) {
            assertThat(esme.read().commandId()).isEqualTo(0x15);
            esme.readToEnd();
        }
    }

    @Test
    void octets_go_out_as_given_and_their_answer_is_kept_apart() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            SmscSession session = smsc.sessions().getFirst();
            session.write(Octets.hex("00000012000000050000000000000309ffff"));

            Frame garbage = esme.readDeliverSm();
            assertThat(garbage.octets()).containsExactly(0xff, 0xff);
            esme.answer(garbage, 0x01);
            await().atMost(SOON).until(() -> !session.strays().isEmpty());
            assertThat(session.strays()).containsExactly(new Response(0x8000_0005, 1, 0x309));
            assertThat(smsc.ledger().counts().handed()).isZero();
        }
    }

    @Test
    void pdus_arrive_whole_when_every_octet_is_a_packet() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            smsc.sessions().getFirst().splitWrites(1, Duration.ofMillis(1));
            smsc.send(OutgoingMessage.to("+999123").text("one").build());
            smsc.send(OutgoingMessage.to("+999123").text("two").build());

            long start = System.nanoTime();
            Frame one = esme.readDeliverSm();
            Frame two = esme.readDeliverSm();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThan(Duration.ofMillis(50));
            assertThat(new String(one.octets(), StandardCharsets.ISO_8859_1)).endsWith("one");
            assertThat(new String(two.octets(), StandardCharsets.ISO_8859_1)).endsWith("two");
        }
    }
}
