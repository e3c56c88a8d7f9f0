package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of bind, against an SMSC that we did not write. */
class JsmppKindsTest {
    @TempDir Path folder;

    @Test
    void transmitter_and_receiver_are_granted() throws Exception {
        try (SMPPServerSessionListener listener = listen(ServerSocketFactory.getDefault());
                Rig rig = start(port, form -> form.type = BindType.PAIR);
                SMPPServerSession transmitter = granted(listener, org.jsmpp.bean.BindType.BIND_TX);
                SMPPServerSession receiver = granted(listener, org.jsmpp.bean.BindType.BIND_RX)) {
            await().until(() -> rig.status().state() == BindState.BOUND);
            deliver(receiver);
            assertThat(rig.inbox.segments()).hasSize(1);
            assertThat(transmitter.getSessionState().isBound()).isTrue();
        }
    }

    @Test
    void version_5_0_is_offered() throws Exception {
        try (SMPPServerSessionListener listener = listen(ServerSocketFactory.getDefault());
                Rig rig =
                        start(
                                port,
                                form ->
                                        form.interfaceVersion =
                                                io.inlet.smpp.InterfaceVersion.V5_0);
                SMPPServerSession session = listener.accept()) {
            BindRequest bind = session.waitForBind(5_000);
            assertThat(bind.getInterfaceVersion()).isEqualTo(InterfaceVersion.IF_50);
            bind.accept("jsmpp", InterfaceVersion.IF_50);
            deliver(session);
            assertThat(rig.inbox.segments()).hasSize(1);
        }
    }

    @Test
    void messages_come_over_tls() throws Exception {
        TestPki pki = new TestPki(folder).issue("good", "localhost");
        TlsSettings tls = new TlsSettings(pki.root(), null, null, null);
        try (SMPPServerSessionListener listener = listen(new TlsSockets(pki.server("good")));
                Rig rig = start(port, form -> form.tls = tls);
                SMPPServerSession session = granted(listener, org.jsmpp.bean.BindType.BIND_TRX)) {
            deliver(session);
            assertThat(rig.inbox.segments()).hasSize(1);
            assertThat(rig.counts.ends).isEmpty();
        }
    }

    private int port;

    private SMPPServerSessionListener listen(ServerSocketFactory sockets) throws IOException {
        return new SMPPServerSessionListener(0, new Connections(sockets));
    }

    private static Rig start(int port, Consumer<BindForm> filled) {
        Rig rig = Rig.idle();
        rig.carriers.start(
                List.of(
                        Rig.carrier(
                                BindForm.to(
                                        port,
                                        form -> {
                                            form.localAddress = "127.0.0.1";
                                            filled.accept(form);
                                        }))));
        return rig;
    }

    private static SMPPServerSession granted(
            SMPPServerSessionListener listener, org.jsmpp.bean.BindType type) throws Exception {
        SMPPServerSession session = listener.accept();
        BindRequest bind = session.waitForBind(5_000);
        assertThat(bind.getBindType()).isEqualTo(type);
        bind.accept("jsmpp");
        return session;
    }

    private static void deliver(SMPPServerSession session) throws Exception {
        session.deliverShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Acme",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "4915200000001",
                new ESMClass(0),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) 0),
                new byte[] {'x'});
    }

    /** Sockets of one factory, for jSMPP; the port is the test's to know. */
    private final class Connections implements ServerConnectionFactory {
        private final ServerSocketFactory sockets;

        Connections(ServerSocketFactory sockets) {
            this.sockets = sockets;
        }

        @Override
        public ServerConnection listen(int wanted) throws IOException {
            ServerSocket socket = sockets.createServerSocket(wanted);
            port = socket.getLocalPort();
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int wanted, int timeout) throws IOException {
            return listen(wanted);
        }

        @Override
        public ServerConnection listen(int wanted, int timeout, int backlog) throws IOException {
            return listen(wanted);
        }
    }
}
