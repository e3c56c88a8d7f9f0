package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.inlet.log.LoggedLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whom a bind calls, from where, and how it introduces itself. */
class HostsTest {
    @Test
    void attempts_that_fail_are_told_once_for_each_reason_until_one_succeeds() {
        try (Rig rig = Rig.start()) {
            for (int attempt = 0; attempt < 3; attempt++) {
                RawSmsc.Link link = rig.smsc.accept();
                link.write(Pdus.bindResponse(link.read(), CommandStatus.ESME_RBINDFAIL));
            }
            RawSmsc.Link link = rig.smsc.bound();
            link.close();
            RawSmsc.Link last = rig.smsc.accept();
            last.write(Pdus.bindResponse(last.read(), CommandStatus.ESME_RBINDFAIL));

            await().untilAsserted(() ->
                    assertThat(rig.sessions.events(SessionEvents.Event.Missed.class))
                            .extracting(SessionEvents.Event.Missed::reason)
                            .containsExactly("bind_refused", "bind_refused"));
        }
    }

    @Test
    void next_host_is_called_when_the_first_one_fails() throws IOException {
        int nobody = deadPort();
        try (Rig rig = start(form -> form.hosts = hosts(nobody, form))) {
            rig.smsc.bound();
            await().until(() -> rig.status().state() == BindState.BOUND);
            assertThat(rig.counts.ends).containsExactly(EndReason.CONNECT_REFUSED);
            assertThat(rig.status().host())
                    .isEqualTo("127.0.0.1:" + rig.smsc.port() + " (127.0.0.1)");
            assertThat(rig.status().lastEnd())
                    .extracting(LastEnd::host, LastEnd::by)
                    .containsExactly("127.0.0.1:" + nobody + " (127.0.0.1)", EndReason.By.NETWORK);
        }
    }

    @Test
    void next_host_is_called_when_the_first_one_refuses_the_bind() {
        try (RawSmsc first = new RawSmsc();
                Rig rig = start(form -> form.hosts = hosts(first.port(), form))) {
            RawSmsc.Link refused = first.accept();
            refused.write(Pdus.bindResponse(refused.read(), CommandStatus.ESME_RBINDFAIL));
            rig.smsc.bound();
        }
    }

    @Test
    void preferred_host_is_called_first_again_after_a_session_that_lasted() {
        try (RawSmsc first = new RawSmsc();
                Rig rig =
                        start(form -> {
                            form.hosts = hosts(first.port(), form);
                            form.timers.reconnectFirstMillis = 1;
                            form.timers.reconnectMostMillis = 1;
                        })) {
            first.accept().close();
            RawSmsc.Link second = rig.smsc.bound();
            second.write(Pdus.deliverSm(1, "lasting"));
            second.read();
            second.close();
            first.bound();
        }
    }

    @Test
    void all_addresses_of_a_host_come_before_the_next_host() {
        Route route = new Route(List.of(new HostPort("a", 1), new HostPort("b", 2)));
        route.found(2);
        assertThat(route.advance()).isFalse();
        assertThat(route.stop()).isEqualTo(new Route.Stop(new HostPort("a", 1), 1));
        assertThat(route.advance()).isFalse();
        assertThat(route.stop()).isEqualTo(new Route.Stop(new HostPort("b", 2), 0));
        assertThat(route.advance()).isTrue();
        assertThat(route.stop()).isEqualTo(new Route.Stop(new HostPort("a", 1), 0));
    }

    @Test
    void waits_grow_by_rounds_through_all_hosts_and_not_by_hosts() {
        BindSettings settings =
                BindForm.of(form -> {
                    form.hosts = List.of("a:1", "b:1", "c:1");
                    form.timers.reconnectFirstMillis = 100;
                    form.timers.reconnectMostMillis = 10_000;
                });
        Retry retry = new Retry(settings, new SplittableRandom(1));
        var refused = Session.End.ofAttempt(EndReason.CONNECT_REFUSED, "");
        for (int millis : new int[] {100, 100, 100, 100, 100, 200, 100, 100, 400}) {
            assertThat(retry.after(refused).toMillis()).isBetween(millis * 3L / 4, millis * 5L / 4);
        }
        assertThat(retry.attempts()).isEqualTo(9);
    }

    @Test
    void bind_calls_from_its_local_address() {
        try (Rig rig = start(form -> form.localAddress = "127.0.0.2")) {
            assertThat(rig.smsc.accept().caller().getHostAddress()).isEqualTo("127.0.0.2");
        }
    }

    @Test
    void local_address_of_another_machine_is_told() {
        try (Rig rig = start(form -> form.localAddress = "192.0.2.1")) {
            await().until(() -> rig.counts.ends.contains(EndReason.LOCAL_ADDRESS_UNAVAILABLE));
        }
    }

    @Test
    void host_without_an_address_of_the_local_ones_kind_is_told_by_its_name() {
        try (Rig rig = start(form -> form.localAddress = "::1")) {
            await().until(() -> rig.counts.ends.contains(EndReason.HOST_UNKNOWN));
            await().untilAsserted(() ->
                    assertThat(rig.sessions.events(SessionEvents.Event.Missed.class))
                            .extracting(
                                    SessionEvents.Event.Missed::reason,
                                    SessionEvents.Event.Missed::detail)
                            .containsExactly(tuple("host_unknown", "127.0.0.1")));
        }
    }

    @Test
    void host_that_does_not_answer_is_left_in_time() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // A full backlog: further handshakes hang.
            try (var one = new java.net.Socket(full.getInetAddress(), full.getLocalPort());
                    var two = new java.net.Socket(full.getInetAddress(), full.getLocalPort());
                    Rig rig =
                            start(form -> {
                                form.hosts = List.of("127.0.0.1:" + full.getLocalPort());
                                form.timers.connectMillis = 200;
                            })) {
                assertThat(one.isConnected() && two.isConnected()).isTrue();
                await().until(() -> rig.counts.ends.contains(EndReason.CONNECT_TIMEOUT));
            }
        }
    }

    @Test
    @ResourceLock("BindLog") // its lines are kept for one test at a time
    void version_is_offered_as_configured_and_the_carriers_is_logged() {
        try (LoggedLines log = LoggedLines.of(BindLog.class);
                Rig rig =
                        start(form -> {
                            form.name = "versed";
                            form.interfaceVersion = InterfaceVersion.V5_0;
                        })) {
            RawSmsc.Link link = rig.smsc.accept();
            Frame.Pdu bind = link.read();
            byte[] names = Pdus.octets("inlet\0secret1\0\0");
            assertThat(bind.pdu().at(16 + names.length)).isEqualTo(0x50);

            byte[] body = Pdus.join(Pdus.octets("smsc\0"), new byte[] {2, 0x10, 0, 1, 0x34});
            link.write(Pdus.raw(bind.commandId() | Pdus.RESPONSE, 0, 1, body));
            await().untilAsserted(() ->
                    assertThat(log.lines())
                            .contains(
                                    "INFO bound: carrier=acme bind=versed as=TRANSCEIVER version=3.4"));
        }
    }

    @Test
    void answer_to_bind_may_be_cut_anywhere() {
        byte[] whole =
                Pdus.raw(
                        CommandId.BIND_RECEIVER | Pdus.RESPONSE,
                        0,
                        1,
                        new byte[] {'s', 0, 5, 1, 0, 1, 9, 2, 0x10, 0, 1, 0x50});
        assertThat(BindAnswer.version(Pdus.frame(whole))).isEqualTo("5.0");
        for (int length = 16; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThat(BindAnswer.version(Pdus.frame(cut))).isEqualTo("unsaid");
        }
    }

    @Test
    void bind_that_is_not_enabled_calls_nobody() {
        try (Rig rig = start(form -> form.enabled = false)) {
            assertThat(rig.smsc.isLeftAlone(200)).isTrue();
            assertThat(rig.status().state()).isEqualTo(BindState.DISABLED);
        }
    }

    @Test
    void local_address_that_is_a_name_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BindForm.to(1, form -> form.localAddress = "localhost"))
                .withMessage("localAddress: expected an IP address, found \"localhost\"");
    }

    private static Rig start(Consumer<BindForm> filled) {
        return Rig.startWith(form -> {
            form.hosts = List.of(form.hosts.getFirst().replace("localhost", "127.0.0.1"));
            filled.accept(form);
        });
    }

    private static List<String> hosts(int first, BindForm form) {
        return List.of("127.0.0.1:" + first, form.hosts.getFirst());
    }

    private static int deadPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
