package io.inlet.persistence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.StoreUnavailableException;
import io.inlet.log.LoggedLines;
import io.inlet.sms.BindId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServerWatchTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir Path folder;
    private EmbeddedHome home;

    @BeforeEach
    void openFolder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = new EmbeddedHome(folder.resolve("home"));
    }

    @Test
    void a_server_that_is_killed_is_started_again_and_everything_goes_on() throws IOException {
        DatabaseSettings settings = EmbeddedServerTest.settings(home.directory(), 0);
        try (EmbeddedServer server = EmbeddedServer.start(settings, step -> {});
                Database database =
                        Database.open(server.login(), settings, InstantSource.system())) {
            BindId bind =
                    new PostgresSessions(database, "one", InstantSource.system())
                            .register("acme", "main");
            Slots.Wanted wanted = new Slots.Wanted("one", Map.of(bind, "acme/main"));
            try (Slots slots = Slots.take(server.login(), settings, wanted)) {
                assertThat(locks(database)).isEqualTo(2);
                kill(postmaster().pid());

                await("node and bind are held again")
                        .atMost(SOON)
                        .until(() -> locks(database) == 2);
                assertThat(slots.state()).isEqualTo(new SlotOutcome.Held());
                assertThat(database.dsl().fetchSingle("SHOW fsync").get(0)).isEqualTo("on");
            }
        }
        assertThat(Postmaster.of(home.data())).as("it ends with the gateway").isNull();
    }

    @Test
    void a_server_that_restarts_its_children_is_left_alone() throws IOException {
        DatabaseSettings settings = EmbeddedServerTest.settings(home.directory(), 0);
        try (LoggedLines log = LoggedLines.of(ServerWatch.class);
                EmbeddedServer server = EmbeddedServer.start(settings, step -> {});
                Database database =
                        Database.open(server.login(), settings, InstantSource.system())) {
            Postmaster before = postmaster();
            kill(database.dsl().fetchSingle("SELECT pg_backend_pid()").get(0, Integer.class));

            await().atMost(SOON).until(() -> locks(database) == 0);
            assertThat(postmaster()).isEqualTo(before);
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void a_stop_in_the_middle_of_a_restart_leaves_no_server_running() throws IOException {
        DatabaseSettings settings = EmbeddedServerTest.settings(home.directory(), 0);
        try (LoggedLines log = LoggedLines.of(ServerWatch.class)) {
            try (EmbeddedServer _ = EmbeddedServer.start(settings, step -> {})) {
                kill(postmaster().pid());
                await().atMost(SOON)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> !log.lines().isEmpty());
            }
            assertThat(Postmaster.of(home.data())).isNull();
            assertThat(log.lines())
                    .as("a stop is no failure")
                    .noneMatch(l -> l.startsWith("ERROR"));
        }
    }

    @Test
    void a_stop_waits_for_a_restart_that_has_nothing_to_stop_yet() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger completed = new AtomicInteger();
        ServerWatch watch =
                new ServerWatch(
                        home,
                        () -> {
                            begun.countDown();
                            try {
                                go.await();
                                completed.incrementAndGet();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        watch.start();
        begun.await();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(watch::close);
        go.countDown();
        stop.join();
        assertThat(completed).as("it was not cut short, and not repeated").hasValue(1);
    }

    @Test
    void what_keeps_it_from_coming_up_is_told_once_and_tried_again() {
        AtomicInteger tries = new AtomicInteger();
        Runnable restart =
                () -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new DatabaseRefusedException("the port is taken: end that program");
                    }
                };
        try (LoggedLines log = LoggedLines.of(ServerWatch.class);
                ServerWatch watch = new ServerWatch(home, restart)) {
            watch.start();
            await().atMost(SOON).until(() -> log.lines().size() >= 3);
            assertThat(log.lines().subList(0, 3))
                    .isEqualTo(
                            List.of(
                                    "WARN the embedded database in %s has died: starting it again"
                                            .formatted(home.directory()),
                                    "ERROR the embedded database does not come up, trying again"
                                            + " every 30 seconds at most: the port is taken: end that"
                                            + " program",
                                    "INFO the embedded database is back"));
            assertThat(tries).hasValueGreaterThanOrEqualTo(3);
        }
    }

    private Postmaster postmaster() throws IOException {
        return requireNonNull(Postmaster.of(home.data()));
    }

    private static int locks(Database database) {
        try {
            return database.dsl()
                    .fetchSingle("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
                    .get(0, Integer.class);
        } catch (StoreUnavailableException e) {
            return -1;
        }
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }
}
