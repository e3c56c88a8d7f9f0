package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.inlet.smpp.trace.PduLine;
import io.inlet.smpp.trace.PduRing;
import io.inlet.sms.BindName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Carriers that call us, and others who do. */
class OutbindTest {
    private final int port = freePort();
    private final List<RawSmsc.Link> links = new ArrayList<>();
    private final Rig rig = Rig.idle();

    @AfterEach
    void close() {
        links.forEach(RawSmsc.Link::close);
        rig.close();
    }

    @Test
    void carrier_that_says_outbind_is_bound_to_on_its_connection() {
        start(_ -> {});
        RawSmsc.Link link = bound("inlet\0secret1\0");
        await().until(() -> rig.status().state() == BindState.BOUND);
        assertThat(rig.status().host()).startsWith("127.0.0.1:");
        link.write(Pdus.deliverSm(1, "after an outbind"));
        assertThat(link.read().commandStatus()).isZero();
        assertThat(rig.inbox.segments()).hasSize(1);
    }

    @Test
    void connections_that_the_carrier_made_are_told_apart_in_the_trace() {
        start(_ -> {});
        bound("inlet\0secret1\0").close();
        await().until(() -> rig.counts.ends.contains(EndReason.CARRIER_CLOSED));
        bound("inlet\0secret1\0");
        PduRing trace = Objects.requireNonNull(rig.carriers.trace(new BindName("acme", "b1")));
        await().until(() -> trace.lines().size() >= 4);
        assertThat(trace.lines()).extracting(PduLine::session).startsWith(1, 1, 2, 2);
    }

    @Test
    void outbind_may_come_in_pieces() {
        start(_ -> {});
        byte[] outbind = outbind("inlet\0secret1\0");
        RawSmsc.Link link = call();
        for (byte octet : outbind) {
            link.write(new byte[] {octet});
        }
        assertThat(link.read().commandId()).isEqualTo(CommandId.BIND_RECEIVER);
    }

    @Test
    void carrier_may_have_a_name_and_a_password_of_its_own() throws IOException {
        Path password = Files.writeString(Files.createTempFile("inlet", ".password"), "theirs\n");
        start(form -> form.outbind = new OutbindSettings("127.0.0.1", port, "acme-smsc", password));
        assertTurnedAway("inlet\0secret1\0");
        bound("acme-smsc\0theirs\0");
        Files.delete(password);
    }

    @Test
    void callers_with_a_wrong_name_or_password_are_turned_away_and_the_right_one_is_not() {
        start(_ -> {});
        assertTurnedAway("inlet\0secret2\0");
        assertTurnedAway("inle\0secret1\0");
        assertTurnedAway("inlet\0secret1");
        assertTurnedAway("\0\0");
        assertThat(rig.counts.ends).hasSize(4).containsOnly(EndReason.OUTBIND_REFUSED);
        bound("inlet\0secret1\0");
    }

    @Test
    void caller_that_says_something_else_is_turned_away() {
        start(_ -> {});
        RawSmsc.Link link = call();
        link.write(Pdus.deliverSm(1, "no outbind"));
        assertThat(link.isClosedByGateway()).isTrue();
        RawSmsc.Link other = call();
        other.write(Pdus.octets("GET / HTTP/1.1\r\n\r\n"));
        assertThat(other.isClosedByGateway()).isTrue();
        assertThat(rig.inbox.arrivals()).isEmpty();
    }

    @Test
    void caller_that_says_nothing_is_turned_away_in_time() {
        start(form -> form.timers.bindResponseMillis = 200);
        assertThat(call().isClosedByGateway()).isTrue();
        assertThat(rig.counts.ends).containsExactly(EndReason.OUTBIND_TIMEOUT);
    }

    @Test
    void there_is_one_session_and_whoever_else_calls_is_turned_away() {
        start(_ -> {});
        RawSmsc.Link first = bound("inlet\0secret1\0");
        await().until(() -> rig.status().state() == BindState.BOUND);
        assertThat(call().isClosedByGateway()).isTrue();
        first.write(Pdus.deliverSm(1, "still here"));
        assertThat(first.read().commandStatus()).isZero();
    }

    @Test
    void two_who_both_know_the_password_do_not_both_get_a_session() {
        start(_ -> {});
        RawSmsc.Link first = call();
        RawSmsc.Link second = call();
        first.write(outbind("inlet\0secret1\0"));
        second.write(outbind("inlet\0secret1\0"));
        boolean firstIsBound = isAskedToBind(first);
        assertThat(isAskedToBind(second)).isNotEqualTo(firstIsBound);
    }

    @Test
    void silent_callers_are_bounded() {
        start(_ -> {});
        for (int i = 0; i < 8; i++) {
            call();
        }
        assertThat(call().isClosedByGateway()).isTrue();
        assertThat(rig.counts.ends).containsExactly(EndReason.OUTBIND_REFUSED);
    }

    @Test
    void carrier_may_call_again_after_its_session_has_ended() {
        start(_ -> {});
        bound("inlet\0secret1\0").close();
        await().until(() -> rig.counts.ends.contains(EndReason.CARRIER_CLOSED));
        bound("inlet\0secret1\0");
    }

    @Test
    void port_that_is_taken_is_told_and_tried_again() throws IOException {
        ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        rig.carriers.start(List.of(Rig.carrier(bind(_ -> {}))));
        assertThat(rig.lastEnd().reason()).isEqualTo(EndReason.LISTEN_FAILED);
        taken.close();
        bound("inlet\0secret1\0");
    }

    @Test
    void disabled_bind_does_not_listen_and_an_enabled_one_does_again() {
        start(_ -> {});
        BindName name = new BindName("acme", "b1");
        assertThat(rig.carriers.disable(name).join())
                .isEqualTo(new ControlOutcome.Done(BindState.DISABLED));
        assertThat(isRefused()).isTrue();
        rig.carriers.enable(name).join();
        bound("inlet\0secret1\0");
    }

    @Test
    void outbind_stands_alone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bind(form -> form.hosts = List.of("a:1")))
                .withMessage("hosts: expected none beside outbind, found some");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bind(form -> form.type = BindType.TRANSCEIVER))
                .withMessage(
                        "type: expected receiver, which follows an outbind, found transceiver");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BindForm.of(_ -> {}))
                .withMessage("hosts: expected 1 to 8, found 0");
    }

    private void start(Consumer<BindForm> filled) {
        rig.carriers.start(List.of(Rig.carrier(bind(filled))));
        await().until(() -> rig.status().state() == BindState.LISTENING);
    }

    private BindSettings bind(Consumer<BindForm> filled) {
        return BindForm.of(form -> {
            form.type = BindType.RECEIVER;
            form.outbind = new OutbindSettings("127.0.0.1", port, null, null);
            filled.accept(form);
        });
    }

    private RawSmsc.Link call() {
        try {
            RawSmsc.Link link =
                    new RawSmsc.Link(new Socket(InetAddress.getLoopbackAddress(), port));
            links.add(link);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isRefused() {
        try {
            call();
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    private RawSmsc.Link bound(String said) {
        await().until(() -> rig.status().state() == BindState.LISTENING);
        RawSmsc.Link link = call();
        link.write(outbind(said));
        Frame.Pdu bind = link.read();
        assertThat(bind.commandId()).isEqualTo(CommandId.BIND_RECEIVER);
        link.write(Pdus.bindResponse(bind, 0));
        return link;
    }

    private void assertTurnedAway(String said) {
        RawSmsc.Link link = call();
        link.write(outbind(said));
        assertThat(link.isClosedByGateway()).isTrue();
    }

    private static boolean isAskedToBind(RawSmsc.Link link) {
        try {
            return link.read().commandId() == CommandId.BIND_RECEIVER;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static byte[] outbind(String said) {
        return Pdus.raw(CommandId.OUTBIND, 0, 1, Pdus.octets(said));
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
