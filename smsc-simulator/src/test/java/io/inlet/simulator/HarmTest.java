package io.inlet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.sms.Octets;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harm that a carrier can do, as an ESME sees it. */
class HarmTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofHours(1);
    private static final int BIND_TRANSCEIVER_RESP = 0x8000_0009;
    private static final int DELIVER_SM = 0x05;

    private static OutgoingMessage message() {
        return OutgoingMessage.to("+999123").text("Hello").build();
    }

    @Test
    void a_silent_session_answers_nothing_and_keeps_its_socket() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            SmscSession session = smsc.sessions().getFirst();
            session.goSilent(LONG);
            await().atMost(SOON).until(session::isSilent);
            smsc.send(message());
            esme.request(0x15, ByteBuffer.allocate(0));

            assertThat(esme.isQuietFor(Duration.ofMillis(300))).isTrue();
            assertThat(smsc.sessions()).as("it is no session to send over").isEmpty();
            assertThat(session.isConnected()).isTrue();
        }
    }

    @Test
    void what_is_held_back_comes_at_once() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            SmscSession session = smsc.sessions().getFirst();
            session.holdWrites();
            smsc.send(message());
            smsc.send(message());
            assertThat(esme.isQuietFor(Duration.ofMillis(200))).isTrue();

            session.releaseWrites();
            esme.readDeliverSm();
            esme.readDeliverSm();
        }
    }

    @Test
    void a_message_that_is_broken_off_comes_again_whole() throws Exception {
        SmscSettings settings =
                SmscSettings.DEFAULT.withRedelivery(Redelivery.after(Duration.ofMillis(20)));
        try (ScriptedSmsc smsc = ScriptedSmsc.start(settings)) {
            try (RawEsme esme = RawEsme.bound(smsc.port())) {
                smsc.sessions().getFirst().breakOffAfter(20);
                smsc.send(message());
                assertThatThrownBy(esme::read).isInstanceOf(EOFException.class);
            }
            try (RawEsme esme = RawEsme.bound(smsc.port())) {
                esme.answer(esme.readDeliverSm(), 0);
                assertThat(smsc.ledger().awaitSettled(SOON)).isTrue();
            }
        }
    }

    @Test
    void answers_are_read_slowly_and_in_the_end_all() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            smsc.sessions().getFirst().readSlowly(3, Duration.ofMillis(20), LONG);
            smsc.send(message());
            esme.answer(esme.readDeliverSm(), 0);
            assertThat(smsc.ledger().awaitSettled(Duration.ofMillis(60)))
                    .as("17 octets take 6 reads")
                    .isFalse();
            assertThat(smsc.ledger().awaitSettled(SOON)).isTrue();
        }
    }

    @Test
    void the_first_binds_are_refused_and_the_next_is_not() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT)) {
            smsc.refuseNextBinds(2, CommandStatus.ESME_RALYBND.code());
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                try (RawEsme esme = new RawEsme(smsc.port())) {
                    statuses.add(esme.bind(RawEsme.BIND_TRANSCEIVER, "esme", "secret").status());
                }
            }
            assertThat(statuses).containsExactly(5, 5, 0);
        }
    }

    @Test
    void a_bind_is_answered_late_or_never() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT)) {
            smsc.delayBinds(Duration.ofMillis(200), LONG);
            long start = System.nanoTime();
            try (RawEsme _ = RawEsme.bound(smsc.port())) {
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isGreaterThanOrEqualTo(Duration.ofMillis(200));
            }
            smsc.ignoreBinds(LONG);
            try (RawEsme esme = new RawEsme(smsc.port())) {
                esme.request(RawEsme.BIND_TRANSCEIVER, account());
                assertThat(esme.isQuietFor(Duration.ofMillis(300))).isTrue();
            }
        }
    }

    @Test
    void messages_come_before_and_with_the_answer_to_a_bind() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT)) {
            smsc.sendAtBind(Moment.WITH_BIND_RESP, message());
            smsc.sendAtBind(Moment.BEFORE_BIND_RESP, message());
            try (RawEsme esme = new RawEsme(smsc.port())) {
                esme.request(RawEsme.BIND_TRANSCEIVER, account());
                List<RawEsme.Frame> frames = List.of(esme.read(), esme.read(), esme.read());
                assertThat(frames)
                        .extracting(RawEsme.Frame::commandId)
                        .containsExactly(DELIVER_SM, BIND_TRANSCEIVER_RESP, DELIVER_SM);
                esme.answer(frames.getFirst(), 0);
                esme.answer(frames.getLast(), 0);
                assertThat(smsc.ledger().awaitSettled(SOON)).isTrue();
            }
        }
    }

    private static ByteBuffer account() {
        return ByteBuffer.wrap("esme\0secret\0\0004\0\0\0".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void what_an_esme_says_of_itself_is_counted_from_a_mark_on() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            Heard heard = smsc.heard();
            Heard.Mark mark = heard.mark();
            smsc.sessions().getFirst().writePdu(0x999, 0, Octets.EMPTY);
            esme.write(0x8000_0000, 3, esme.read().sequence(), ByteBuffer.allocate(0));

            await().atMost(SOON).until(() -> heard.since(mark, 0x8000_0000, 3) == 1);
            assertThat(heard.responsesSince(mark)).isEqualTo(1);
            assertThat(heard.since(heard.mark(), 0x8000_0000)).isZero();
        }
    }

    @Test
    void a_carrier_that_wants_pairs_refuses_transceivers_and_may_name_no_version()
            throws Exception {
        SmscSettings settings =
                SmscSettings.DEFAULT.withDialect(
                        new SmscSettings.Dialect(
                                null, Set.of(BindType.RECEIVER, BindType.TRANSMITTER)));
        try (ScriptedSmsc smsc = ScriptedSmsc.start(settings);
                RawEsme refused = new RawEsme(smsc.port());
                RawEsme bound = new RawEsme(smsc.port())) {
            assertThat(refused.bind(RawEsme.BIND_TRANSCEIVER, "esme", "secret").status())
                    .isEqualTo(CommandStatus.ESME_RBINDFAIL.code());
            RawEsme.Frame answer = bound.bind(RawEsme.BIND_RECEIVER, "esme", "secret");
            assertThat(new String(answer.octets(), StandardCharsets.US_ASCII))
                    .isEqualTo("inlet-smsc\0");
        }
    }

    @Test
    void outbind_is_the_first_that_an_esme_hears_on_a_connection_of_the_carrier() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                ServerSocket esme = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            smsc.outbind(
                    (InetSocketAddress) esme.getLocalSocketAddress(),
                    new SmscSettings.Account("carrier", "secret"));
            try (Socket called = esme.accept()) {
                byte[] octets = called.getInputStream().readNBytes(16 + 15);
                assertThat(Octets.wrap(octets).toHex())
                        .isEqualTo(
                                "0000001f"
                                        + "0000000b"
                                        + "00000000"
                                        + "00000001"
                                        + "6361727269657200"
                                        + "73656372657400");
                called.getOutputStream().write(Octets.hex(bindReceiver()).array());
                await().atMost(SOON).until(() -> smsc.sessions().size() == 1);
            }
        }
    }

    // bind_receiver of system_id "e".
    private static String bindReceiver() {
        return "00000018"
                + "00000001"
                + "00000000"
                + "00000001"
                + "6500"
                + "00"
                + "00"
                + "34"
                + "000000";
    }

    @Test
    void chaos_makes_the_same_choices_from_the_same_seed() throws Exception {
        assertThat(choices(7)).isEqualTo(choices(7)).isNotEqualTo(choices(8));
    }

    private static List<String> choices(long seed) throws IOException {
        List<String> told = new ArrayList<>();
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT)) {
            Chaos chaos = new Chaos(smsc, seed, Set.of(), told::add);
            for (int i = 0; i < 20; i++) {
                chaos.once();
            }
        }
        return told;
    }

    @Test
    void every_mischief_leaves_a_carrier_that_one_can_bind_to_and_that_sends() throws Exception {
        SmscSettings settings =
                SmscSettings.DEFAULT.withRedelivery(Redelivery.after(Duration.ofMillis(20)));
        for (Chaos.Mischief mischief : Chaos.Mischief.values()) {
            List<String> told = new ArrayList<>();
            try (ScriptedSmsc smsc = ScriptedSmsc.start(settings)) {
                try (RawEsme _ = RawEsme.bound(smsc.port())) {
                    smsc.awaitReceivers(1, SOON);
                    new Chaos(smsc, 1, Set.of(mischief), told::add).once();
                    smsc.send(message());
                }
                smsc.acceptBinds();
                try (RawEsme esme = RawEsme.bound(smsc.port())) {
                    readUntilDeliverSm(esme);
                    assertThat(smsc.ledger().awaitSettled(SOON)).as(mischief.name()).isTrue();
                }
            }
            assertThat(told).singleElement().asString().contains("session 1");
        }
    }

    private static void readUntilDeliverSm(RawEsme esme) throws IOException {
        RawEsme.Frame frame = esme.read();
        while (frame.commandId() != DELIVER_SM) {
            frame = esme.read();
        }
        esme.answer(frame, 0);
    }

    @Test
    void a_carrier_behind_tls_is_trusted_by_its_self_made_certificate(@TempDir Path folder)
            throws Exception {
        TlsServer tls = SelfMadeCertificate.in(folder);
        assertThat(Files.getPosixFilePermissions(tls.key())).hasSize(2);
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT.withTls(tls));
                SSLSocket esme = connect(smsc.port(), tls.certificate())) {
            esme.getOutputStream().write(Octets.hex(bindReceiver()).array());
            byte[] header = esme.getInputStream().readNBytes(16);
            assertThat(Octets.wrap(header).slice(4, 12).toHex()).isEqualTo("8000000100000000");
        }
    }

    @Test
    void a_carrier_that_demands_a_certificate_lets_nobody_in_without(@TempDir Path folder)
            throws Exception {
        TlsServer own = SelfMadeCertificate.in(folder);
        TlsServer demanding = new TlsServer(own.certificate(), own.key(), own.certificate());
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT.withTls(demanding));
                SSLSocket esme = connect(smsc.port(), own.certificate())) {
            assertThatThrownBy(() -> esme.getInputStream().readNBytes(16))
                    .isInstanceOf(IOException.class);
            assertThat(smsc.sessions()).isEmpty();
        }
    }

    private static SSLSocket connect(int port, Path trusted) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        try (InputStream in = Files.newInputStream(trusted)) {
            store.setCertificateEntry(
                    "carrier", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
