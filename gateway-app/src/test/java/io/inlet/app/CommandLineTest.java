package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.tenant.TenantId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "events",
                "messages",
                "codes",
                "code-rules",
                "sandbox"
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reprocess | say which failures: their ids",
                "reprocess --bind lab/ | --bind: expected BIND or CARRIER/BIND, found 'lab/'",
                "failures --bind /one | --bind: expected BIND or CARRIER/BIND, found '/one'",
                "failures --carrier a --bind b/c | --bind: 'b/c' is none of the carrier 'a'",
                "redecode --bind one --from x --to y | say which bind: --bind CARRIER/BIND, or",
                "redecode --carrier a --from x --to y | say which bind: --bind CARRIER/BIND, or",
                "reread --bind b --from x --to y | say which bind: --bind CARRIER/BIND, or",
                "reread --tenant t --from x | Missing required option: '--to=TIME'",
                "reread | Missing required options: '--from=TIME', '--to=TIME'"
            })
    void messages_that_are_not_well_chosen_are_misuse(String arguments, String advice) {
        assertThat(inlet(("messages " + arguments).split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add ten_x --digits 6 | Missing required argument",
                "add ten_x --digits 6 --first --last | --first, --last are mutually exclusive",
                "add ten_x --first | Missing required argument",
                "add ten_x --digits six --first | expected a length such as 6 or 4-8",
                "add ten_x --digits 6 --first --example x | Missing required argument",
                "list ten_1 | expected ten_ and 26 characters, found 'ten_1'",
                "remove rul_1 | expected rul_ and 26 characters, found 'rul_1'"
            })
    void rules_for_codes_that_do_not_say_enough_are_misuse(String arguments, String advice) {
        String tenant = new TenantId(new UUID(1, 1)).toString();
        assertThat(inlet(("code-rules " + arguments.replace("ten_x", tenant)).split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).contains(advice);
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
    void the_scripts_that_come_with_inlet_are_listed_and_printed() {
        assertThat(inlet("simulate", "--list")).isZero();
        assertThat(out.toString())
                .contains("first-message          One message arrives, and is acknowledged.");

        assertThat(inlet("simulate", "--script", "first-message", "--print")).isZero();
        assertThat(out.toString()).contains("expect answer ESME_ROK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--script dance | there is no file and no script dance; the scripts are: first-m",
                "--script first-message | line 4: expected 1 numbers for it, found 0: give a num",
                "--script first-message --number 12 | number: expected 3 to 15 digits without a",
                "--print | --print: say which script with --script",
                "--system-id inlet | --system-id and --password-file go together: give both",
                "--system-id inlet --password-file /absent | --password-file: there is no file",
                "--tls-client-ca ca.pem | --tls-client-ca: needs --tls",
                "--window 0 | window: expected 1 to 100,000, found 0"
            })
    void a_simulation_that_cannot_be_says_what_to_do(String arguments, String problem) {
        assertThat(inlet(("simulate " + arguments).split(" "))).isEqualTo(1);
        assertThat(err.toString()).startsWith("inlet: ").contains(problem);
    }

    @Test
    void a_script_that_does_not_pass_fails_and_shows_where() throws IOException {
        Path script = directory.resolve("script");
        Files.writeString(script, "expect sessions 1 within 10ms\nexpect no sessions\n");

        assertThat(inlet("simulate", "--port", "0", "--script", script.toString())).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("FAIL {2}line 1 +expect sessions 1 within 10ms +0 bound")
                .containsPattern("ok {4}line 2 +expect no sessions +0 bound")
                .contains("ends: the gateway did not do what the script expects");
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
