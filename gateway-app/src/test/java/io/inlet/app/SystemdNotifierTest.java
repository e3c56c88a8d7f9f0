package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.epoll.Epoll;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdNotifierTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofMillis(200);

    @TempDir Path folder;
    private String address = "";
    private NotifySocket systemd;

    @BeforeEach
    void open() throws InterruptedException {
        Assumptions.assumeTrue(Epoll.isAvailable(), "systemd is on Linux only");
        address = folder.resolve("notify").toString();
        systemd = new NotifySocket(address);
    }

    @AfterEach
    void close() {
        if (systemd != null) {
            systemd.close();
        }
    }

    @Test
    void each_phase_is_told_as_sd_notify_3_says() throws InterruptedException {
        try (var notifier = notifier(Map.of())) {
            notifier.status("opening the database");
            notifier.ready("2 of 2 binds\nare up");
            notifier.extendTimeout(Duration.ofSeconds(3));
            notifier.stopping("draining");
        }

        assertThat(systemd.next(SOON)).isEqualTo("STATUS=opening the database");
        assertThat(systemd.next(SOON)).isEqualTo("READY=1\nSTATUS=2 of 2 binds are up");
        assertThat(systemd.next(SOON)).isEqualTo("EXTEND_TIMEOUT_USEC=3000000");
        assertThat(systemd.next(SOON)).isEqualTo("STOPPING=1\nSTATUS=draining");
    }

    @Test
    void a_reload_is_told_with_the_monotonic_clock() throws InterruptedException {
        long before = System.nanoTime() / 1000;
        try (var notifier = notifier(Map.of())) {
            notifier.reloading();
        }

        assertThat(systemd.next(SOON))
                .startsWith("RELOADING=1\nMONOTONIC_USEC=")
                .satisfies(it ->
                        assertThat(Long.parseLong(it.substring(it.lastIndexOf('=') + 1)))
                                .isBetween(before, System.nanoTime() / 1000));
    }

    @Test
    void the_abstract_namespace_is_reached() throws InterruptedException {
        String name = "inlet-" + UUID.randomUUID();
        try (var socket = new NotifySocket('\0' + name);
                var notifier = new SystemdNotifier(Map.of("NOTIFY_SOCKET", '@' + name))) {
            notifier.status("here");

            assertThat(socket.next(SOON)).isEqualTo("STATUS=here");
        }
    }

    @Test
    void signs_of_life_come_at_half_the_watchdogs_time() throws InterruptedException {
        try (var notifier = notifier(Map.of("WATCHDOG_USEC", "2000000"))) {
            long start = System.nanoTime();
            notifier.startWatchdog(() -> true);
            for (int i = 0; i < 3; i++) {
                assertThat(systemd.next(SOON)).isEqualTo("WATCHDOG=1");
            }

            // The first at once, the third after two halves.
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(1990), Duration.ofMillis(3900));
        }
    }

    @Test
    void a_stuck_gateway_gives_no_sign_of_life() throws InterruptedException {
        var asked = new CountDownLatch(3);
        try (var notifier = notifier(Map.of("WATCHDOG_USEC", "20000"))) {
            notifier.startWatchdog(() -> {
                asked.countDown();
                if (asked.getCount() == 1) {
                    throw new IllegalStateException("cannot tell");
                }
                return false;
            });

            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(systemd.next(A_WHILE)).isNull();
        }
    }

    @Test
    void a_watchdog_meant_for_another_process_is_left_alone() throws InterruptedException {
        try (var notifier = notifier(Map.of("WATCHDOG_USEC", "20000", "WATCHDOG_PID", "1"))) {
            notifier.startWatchdog(() -> true);

            assertThat(systemd.next(A_WHILE)).isNull();
        }
    }

    @Test
    void without_systemd_nothing_is_told_and_nothing_fails() throws InterruptedException {
        try (var notifier = new SystemdNotifier(Map.of("WATCHDOG_USEC", "20000"))) {
            notifier.startWatchdog(() -> true);
            notifier.ready("up");

            assertThat(systemd.next(A_WHILE)).isNull();
        }
    }

    @Test
    void a_socket_that_is_gone_does_not_stop_the_gateway() {
        var gone = Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString());
        try (var notifier = new SystemdNotifier(gone)) {
            notifier.ready("up");
        }
        try (var notifier = new SystemdNotifier(Map.of("NOTIFY_SOCKET", "/" + "a".repeat(200)))) {
            notifier.ready("up");
        }
    }

    private SystemdNotifier notifier(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("NOTIFY_SOCKET", address);
        return new SystemdNotifier(environment);
    }
}
