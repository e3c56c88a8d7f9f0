package io.inlet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.simulator.message.OutgoingMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BindTest {
    private static final SmscSettings SETTINGS = SmscSettings.DEFAULT.withAccount("esme", "secret");

    @Test
    void the_right_password_binds() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS);
                RawEsme esme = new RawEsme(smsc.port())) {
            RawEsme.Frame answer = esme.bind(RawEsme.BIND_RECEIVER, "esme", "secret");

            assertThat(answer.commandId()).isEqualTo(0x8000_0001);
            assertThat(answer.status()).isZero();
            assertThat(smsc.sessions())
                    .singleElement()
                    .satisfies(session -> assertThat(session.type()).isEqualTo(BindType.RECEIVER));
        }
    }

    @Test
    void a_wrong_password_and_a_wrong_system_id_are_told_apart() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS)) {
            assertThat(bindStatus(smsc, "esme", "wrong"))
                    .isEqualTo(CommandStatus.ESME_RINVPASWD.code());
            assertThat(bindStatus(smsc, "other", "secret"))
                    .isEqualTo(CommandStatus.ESME_RINVSYSID.code());
            assertThat(smsc.sessions()).isEmpty();
        }
    }

    @Test
    void one_session_too_many_is_already_bound() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS.withBindsAtMost(1));
                RawEsme first = RawEsme.bound(smsc.port())) {
            assertThat(bindStatus(smsc, "esme", "secret"))
                    .isEqualTo(CommandStatus.ESME_RALYBND.code());
            assertThat(first.bind(RawEsme.BIND_RECEIVER, "esme", "secret").status())
                    .isEqualTo(CommandStatus.ESME_RALYBND.code());
        }
    }

    @Test
    void binds_are_refused_on_demand_until_they_are_not() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS)) {
            smsc.refuseBinds(CommandStatus.ESME_RBINDFAIL.code(), Duration.ofHours(1));
            assertThat(bindStatus(smsc, "esme", "secret"))
                    .isEqualTo(CommandStatus.ESME_RBINDFAIL.code());

            smsc.acceptBinds();
            assertThat(bindStatus(smsc, "esme", "secret")).isZero();
        }
    }

    @Test
    void a_message_may_follow_the_bind_resp_at_once() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS);
                RawEsme esme = new RawEsme(smsc.port())) {
            smsc.send(OutgoingMessage.to("+999123").text("early").build());

            assertThat(esme.bind(RawEsme.BIND_TRANSCEIVER, "esme", "secret").status()).isZero();
            assertThat(esme.readDeliverSm().sequence()).isEqualTo(1);
        }
    }

    @Test
    void a_transmitter_is_sent_nothing() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS);
                RawEsme esme = new RawEsme(smsc.port())) {
            esme.bind(0x02, "esme", "secret");
            smsc.send(OutgoingMessage.to("+999123").text("not for you").build());

            assertThat(esme.isQuietFor(Duration.ofMillis(200))).isTrue();
            assertThat(smsc.ledger().count(SegmentState.NEVER_SENT)).isEqualTo(1);
        }
    }

    @Test
    void enquire_link_and_unbind_are_answered() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            int first = esme.request(0x15, ByteBuffer.allocate(0));
            RawEsme.Frame answer = esme.read();
            assertThat(answer.commandId()).isEqualTo(0x8000_0015);
            assertThat(answer.sequence()).isEqualTo(first);

            esme.request(0x06, ByteBuffer.allocate(0));
            assertThat(esme.read().commandId()).isEqualTo(0x8000_0006);
            esme.readToEnd();
            assertThat(smsc.violations()).isEmpty();
        }
    }

    @Test
    void a_busy_port_says_which() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SETTINGS)) {
            int port = smsc.port();
            assertThatThrownBy(() -> ScriptedSmsc.start(SETTINGS.withPort(port)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + port);
        }
    }

    private static int bindStatus(ScriptedSmsc smsc, String systemId, String password)
            throws IOException {
        try (RawEsme esme = new RawEsme(smsc.port())) {
            return esme.bind(RawEsme.BIND_TRANSCEIVER, systemId, password).status();
        }
    }
}
