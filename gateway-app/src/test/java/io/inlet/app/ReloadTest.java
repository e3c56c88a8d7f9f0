package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.http.ReloadReport;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSession;
import io.inlet.simulator.SmscSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Invariant 10 while the gateway runs: a reload is applied whole or refused whole. */
@Timeout(300)
final class ReloadTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir static Path directory;

    private static ScriptedSmsc carrier;
    private static Gateway gateway;
    private static String original = "";

    @BeforeAll
    static void start() throws IOException {
        carrier = ScriptedSmsc.start(SmscSettings.DEFAULT);
        new GatewayFiles(directory, carrier.port(), 2).write();
        original = Files.readString(file());
        gateway = Gateway.start(Launches.of(directory), step -> {});
    }

    @AfterAll
    static void stop() {
        gateway.close();
        carrier.close();
    }

    @BeforeEach
    void begin_as_at_the_start() throws IOException {
        write(original);
        assertThat(gateway.configuration().reload().problems()).isEmpty();
        awaitBinds(2);
    }

    @Test
    void a_changed_bind_comes_up_anew_and_the_other_keeps_its_session() throws IOException {
        List<SmscSession> before = carrier.sessions();
        write(original.replaceFirst("reconnectFirst: 100ms", "reconnectFirst: 101ms"));

        assertThat(changes(gateway.configuration().plan()))
                .containsExactly("bind-1 changed [timers.reconnectFirst]", "bind-2 untouched []");
        assertThat(carrier.sessions()).as("a plan changes nothing").isEqualTo(before);

        gateway.configuration().reload();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(carrier.sessions())
                                .hasSize(2)
                                .filteredOn(before::contains)
                                .hasSize(1));
    }

    @Test
    void binds_that_are_added_come_up_and_those_that_are_removed_go() throws IOException {
        write(original.replace("name: bind-2", "name: bind-3"));

        assertThat(changes(gateway.configuration().reload()))
                .containsExactly("bind-1 untouched []", "bind-3 added []", "bind-2 removed []");
        awaitBinds(2);
    }

    @Test
    void a_file_with_a_problem_changes_nothing() throws IOException {
        List<SmscSession> before = carrier.sessions();
        write(original.replace("name: bind-2", "name: bind-3").replace("systemId: inlet", "x: y"));

        ReloadReport report = gateway.configuration().reload();

        assertThat(report.problems()).anyMatch(line -> line.contains("systemId"));
        assertThat(carrier.sessions()).isEqualTo(before);
        write(original);
        assertThat(changes(gateway.configuration().plan()))
                .as("the running configuration is still the old one")
                .containsExactly("bind-1 untouched []", "bind-2 untouched []");
    }

    private static List<String> changes(ReloadReport report) {
        assertThat(report.problems()).isEmpty();
        return report.binds().stream()
                .map(bind -> bind.name() + " " + bind.change() + " " + bind.settings())
                .toList();
    }

    private static void awaitBinds(int count) {
        await().atMost(SOON).until(() -> carrier.sessions().size() == count);
    }

    private static Path file() {
        return directory.resolve("inlet.yaml");
    }

    private static void write(String yaml) throws IOException {
        Files.writeString(file(), yaml);
    }
}
