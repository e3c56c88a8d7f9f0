package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.http.OpsKeyRefusedException;
import io.inlet.http.PortUnavailableException;
import io.inlet.persistence.KeysRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be completed leaves nothing behind. */
@Timeout(300)
final class StartTest {
    @TempDir Path directory;

    @BeforeEach
    void write() throws IOException {
        new GatewayFiles(directory, 2775, 1).write();
    }

    @Test
    void a_busy_port_unwinds_what_had_started() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = directory.resolve("inlet.yaml");
            String yaml = Files.readString(file);
            Files.writeString(
                    file, yaml.replace("ops:\n  port: 0", "ops:\n  port: " + taken.getLocalPort()));

            assertThatThrownBy(() -> Gateway.start(Launches.of(directory), step -> {}))
                    .isInstanceOf(PortUnavailableException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
        assertThatThrownBy(() -> PostgresProcesses.of(directory.resolve("postgres")))
                .as("the embedded server is stopped")
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_refused_key_of_the_operators_leaves_no_thread_behind() throws IOException {
        Set<Thread> before = threads();
        Files.writeString(directory.resolve("ops.key"), "no key");

        assertThatThrownBy(() -> Gateway.start(Launches.of(directory), step -> {}))
                .isInstanceOf(OpsKeyRefusedException.class);

        assertThat(threads())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .doesNotContain("wait-timer", "slots", "partitions", "pruning", "delivered-marks");
    }

    @Test
    void a_stop_during_the_start_leaves_no_database_running() {
        CloseStack stack = new CloseStack();
        List<String> steps = new ArrayList<>();
        Consumer<String> stopAtFirst =
                step -> {
                    steps.add(step);
                    stack.close();
                };

        assertThatThrownBy(() -> Gateway.start(Launches.of(directory), stopAtFirst, stack))
                .isInstanceOf(CommandFailure.class);

        assertThat(steps).as("it had begun").isNotEmpty();
        assertThatThrownBy(() -> PostgresProcesses.of(directory.resolve("postgres")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void another_master_key_is_refused_and_the_right_one_is_welcome() throws IOException {
        Gateway.start(Launches.of(directory), step -> {}).close();
        Path keys = directory.resolve("keys");
        Path aside = directory.resolve("aside");
        Files.move(keys, aside);

        assertThatThrownBy(() -> Gateway.start(Launches.of(directory), step -> {}))
                .isInstanceOf(KeysRefusedException.class)
                .hasMessageContaining("master.json");

        try (var made = Files.walk(keys)) {
            made.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        Files.move(aside, keys);
        try (Gateway gateway = Gateway.start(Launches.of(directory), step -> {})) {
            assertThat(gateway.httpPort()).isPositive();
        }
    }

    @Test
    void a_start_refuses_a_bind_that_a_live_node_holds_and_leaves_that_node_alone()
            throws IOException {
        Path other = directory.resolve("other");
        try (Gateway gateway = Gateway.start(Launches.of(directory), step -> {})) {
            writeOther(other, gateway);
            StringWriter err = new StringWriter();
            int status =
                    GatewayMain.commandLine()
                            .setErr(new PrintWriter(err, true))
                            .execute("run", "--config", other.resolve("inlet.yaml").toString());

            assertThat(status).isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("inlet: bind acme/bind-1 is held by node test (process ")
                    .contains("stop the gateway there")
                    .hasLineCount(1);
            assertThat(gateway.isAlive()).isTrue();
        }
    }

    @Test
    void a_node_with_other_binds_starts_beside_one_that_lives() throws IOException {
        Path other = directory.resolve("other");
        try (Gateway gateway = Gateway.start(Launches.of(directory), step -> {})) {
            writeOther(other, gateway);
            replace(other.resolve("inlet.yaml"), "name: bind-1", "name: bind-2");
            try (Gateway beside = Gateway.start(Launches.of(other), step -> {})) {
                assertThat(beside.isAlive()).isTrue();
            }
        }
    }

    /** Another gateway on the same database and keys, with the same binds. */
    private void writeOther(Path other, Gateway gateway) throws IOException {
        assertThat(gateway.isAlive()).isTrue();
        String port = Files.readString(directory.resolve("postgres/port"));
        String database =
                """
                  external:
                    hosts: 127.0.0.1:%s
                    passwordFile: ../postgres/role-password
                """
                        .formatted(port);
        new GatewayFiles(other, 2775, 1, database).write();
        replace(other.resolve("inlet.yaml"), "node: test", "node: other");
        replace(other.resolve("inlet.yaml"), "directory: keys", "directory: ../keys");
    }

    private static Set<Thread> threads() {
        return Set.copyOf(Thread.getAllStackTraces().keySet());
    }

    private static void replace(Path file, String text, String by) throws IOException {
        Files.writeString(file, Files.readString(file).replace(text, by));
    }
}
