package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees at the keyboard. */
@Timeout(120)
final class CommandLineTest {
    @TempDir Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "check",
                "reload",
                "simulate",
                "tenants",
                "numbers",
                "binds",
                "events"
            })
    void every_command_says_what_it_does(String command) {
        assertThat(inlet(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: inlet " + command).hasLineCount(lines());
    }

    private int lines() {
        return (int) out.toString().lines().filter(line -> !line.isEmpty()).count();
    }

    @Test
    void an_unknown_option_is_misuse() {
        assertThat(inlet("run", "--daemon")).isEqualTo(2);
        assertThat(err.toString()).contains("--daemon");
    }

    @Test
    void enumerated_values_are_lower_case_as_everywhere() {
        assertThat(inlet("tenants", "create", "--help")).isZero();
        assertThat(out.toString()).contains("One of: live, sandbox; for good.");

        assertThat(inlet("tenants", "create", "Example", "--environment", "SANDBOX")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'--environment': expected one of live, sandbox, found 'SANDBOX'");
    }

    @Test
    void a_configuration_that_is_not_there_has_no_line() {
        Path absent = directory.resolve("absent.yaml");

        assertThat(inlet("check", "--config", absent.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("  " + absent + ": there is no such file; --config names another");
    }

    @Test
    void check_tells_every_problem_at_once() throws IOException {
        Path file = config("node: one\nhttp:\n  prot: 80\n  port: 99999\n");

        assertThat(inlet("check", "--config", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "inlet.yaml:3",
                        "http.prot",
                        "inlet.yaml:4",
                        "http.port",
                        "database",
                        "keys");
    }

    @Test
    void check_starts_nothing_and_is_content_with_a_good_file() throws IOException {
        new GatewayFiles(directory, 2775, 1).write();

        assertThat(inlet("check", "--config", directory.resolve("inlet.yaml").toString())).isZero();
        assertThat(out.toString()).contains("is fine: node test, 1 carrier, 1 bind");
        assertThat(directory.resolve("postgres")).doesNotExist();
    }

    @Test
    void an_absent_database_is_one_clear_line() throws IOException {
        int freePort = FreePort.find();
        Path file = externalDatabase("127.0.0.1:" + freePort);

        assertThat(inlet("run", "--config", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("inlet: ")
                .contains("127.0.0.1:" + freePort)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binds", "tenants list"})
    void no_gateway_to_talk_to_is_one_clear_line(String command) throws IOException {
        Path file = externalDatabase("127.0.0.1:1");

        assertThat(inlet((command + " --config " + file).split(" "))).isEqualTo(1);
        assertThat(err.toString()).startsWith("inlet: ").contains("ops.key").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_operators_key_that_everyone_can_read_is_one_clear_line() throws IOException {
        Path file = externalDatabase("127.0.0.1:1");
        Path key = Files.writeString(directory.resolve("ops.key"), "ops_" + "x".repeat(43));
        Files.setPosixFilePermissions(
                key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(inlet("binds", "--config", file.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("inlet: ops.keyFile").hasLineCount(1);
    }

    private Path externalDatabase(String hosts) throws IOException {
        Path secret = directory.resolve("db.password");
        Files.writeString(secret, "x\n");
        Files.setPosixFilePermissions(
                secret, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        return config(
                """
                node: test
                database:
                  external:
                    hosts: %s
                    passwordFile: db.password
                keys:
                  directory: keys
                http:
                  port: 0
                ops:
                  port: 0
                  keyFile: ops.key
                """
                        .formatted(hosts));
    }

    private Path config(String yaml) throws IOException {
        Path file = directory.resolve("inlet.yaml");
        Files.writeString(file, yaml);
        return file;
    }

    private int inlet(String... arguments) {
        return GatewayMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
