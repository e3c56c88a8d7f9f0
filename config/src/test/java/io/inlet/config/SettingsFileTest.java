package io.inlet.config;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.config.LogSettings.Level;
import io.inlet.smpp.CarrierSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final String LEAST =
            """
            node: gateway-1
            database: {embedded: {directory: database}}
            keys: {directory: keys}
            ops: {keyFile: ops.key}
            """;

    @TempDir Path folder;

    @Test
    void little_must_be_given() throws IOException {
        Settings settings = accepted(LEAST);

        assertThat(settings.keys().directory()).isEqualTo(folder.resolve("keys"));
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.intake().lanes()).isEqualTo(2);
        assertThat(settings.log()).isEqualTo(new LogSettings(Level.INFO, List.of()));
        assertThat(settings.carriers()).isEmpty();
    }

    @Test
    void carriers_come_from_the_main_file_and_then_from_carriers_d_by_name() throws IOException {
        write("carriers.d/20-two.yaml", carrier("two") + carrier("three"));
        write("carriers.d/10-one.yaml", "name: one\nbinds:\n" + bind("  "));
        write("carriers.d/30-empty.yaml", "# none yet\n");
        write("carriers.d/40-old.yaml.bak", "neither: read\n");

        assertThat(accepted(LEAST + "carriers:\n" + carrier("main")).carriers())
                .extracting(CarrierSettings::name)
                .containsExactly("main", "one", "two", "three");
    }

    @Test
    void the_problems_of_all_files_are_told_together_each_with_its_file() throws IOException {
        write("carriers.d/a.yaml", carrier("main").replace(":2775", ":0"));
        write("carriers.d/b.yaml", "- [");
        write("carriers.d/c.yml", "name: c\n");

        assertThat(rejected(LEAST + "nod: x\ncarriers:\n" + carrier("main")))
                .containsExactly(
                        "carriers.d/a.yaml:1 carriers[1].name: \"main\" is taken, see "
                                + folder.resolve("inlet.yaml")
                                + ":7",
                        "carriers.d/a.yaml:4 carriers[1].binds[0].hosts[0]:"
                                + " expected 1 to 65535, found 0",
                        "carriers.d/b.yaml:1 : not readable as YAML: while parsing a flow node:"
                                + " expected the node content, but found '<stream end>'",
                        "carriers.d/c.yml: not read; its name must end in .yaml",
                        "inlet.yaml:5 nod: unknown; did you mean node?");
    }

    @Test
    void no_carrier_is_named_as_the_sandboxs_own_beside_it() throws IOException {
        String carrier = "carriers:\n" + carrier("sandbox");

        assertThat(rejected(LEAST + "sandbox: {enabled: true}\n" + carrier))
                .singleElement()
                .asString()
                .contains("sandbox.enabled: expected no carrier named sandbox beside it");
        assertThat(accepted(LEAST + "sandbox: {messagesPerMinute: 5}\n" + carrier).carriers())
                .hasSize(1);
        assertThat(rejected(LEAST + "sandbox: {messagesPerMinute: 0}\n"))
                .singleElement()
                .asString()
                .contains("messagesPerMinute: expected 1 to 10000");
    }

    @Test
    void a_syntax_error_in_the_main_file_does_not_make_everything_missing() throws IOException {
        assertThat(rejected("node: [\n")).hasSize(1);
    }

    @Test
    void a_file_that_is_not_there_or_not_text_is_a_problem() throws IOException {
        assertThat(problems(SettingsFile.read(folder.resolve("absent.yaml"), null)))
                .containsExactly("absent.yaml: there is no such file; --config names another");
        Files.write(folder.resolve("inlet.yaml"), new byte[] {'n', (byte) 0xff});
        assertThat(problems(SettingsFile.read(folder.resolve("inlet.yaml"), null)))
                .containsExactly("inlet.yaml: not UTF-8 text");
    }

    @Test
    void settings_that_do_not_fit_together_are_refused() throws IOException {
        String text = LEAST.replace("}}", "}, connections: 7}") + "intake: {lanes: 4}\n";

        assertThat(rejected(text + "http:\n  port: 8081\n"))
                .containsExactly(
                        "inlet.yaml:2 database.connections:"
                                + " expected 8 or more for intake.lanes 4, found 7",
                        "inlet.yaml:4 ops.port: expected another than http.port, found 8081");
    }

    @Test
    void what_is_missing_hides_nothing_else_of_its_group() throws IOException {
        String text = "node: A_B\nkeys: {directory: keys}\nops: {keyFile: k, port: 8080}\n";

        assertThat(rejected(text))
                .containsExactly(
                        "inlet.yaml:1 database: missing; it has no default",
                        "inlet.yaml:1 node: expected 1 to 63 of a-z, 0-9 and -, found \"A_B\"",
                        "inlet.yaml:3 ops.port: expected another than http.port, found 8080");
    }

    @Test
    void a_bind_without_a_name_is_told_all_that_is_wrong_with_it() throws IOException {
        String bind = bind("    ").replace("- name: one", "- type: receiver");
        String text = LEAST + "carriers:\n- name: main\n  binds:\n" + bind.replace("2775", "0");

        assertThat(rejected(text + "      addresses: {country: nowhere}\n"))
                .containsExactly(
                        "inlet.yaml:8 carriers[0].binds[0].name: missing; it has no default",
                        "inlet.yaml:9 carriers[0].binds[0].hosts[0]: expected 1 to 65535, found 0",
                        "inlet.yaml:12 carriers[0].binds[0].addresses.country: expected two capital"
                                + " letters, found \"nowhere\"");
    }

    @Test
    void every_wrong_host_is_told_at_its_own_line_and_hides_nothing_else() throws IOException {
        String hosts = "\n      - a:0\n      - b:2775\n      - c\n      - d:0";
        String bind = bind("    ").replace(" [smpp.example:2775]", hosts);
        String text = LEAST + "carriers:\n- name: main\n  binds:\n" + bind;

        assertThat(rejected(text.replace("systemId: inlet", "systemId: ''")))
                .containsExactly(
                        "inlet.yaml:10 carriers[0].binds[0].hosts[0]: expected 1 to 65535, found 0",
                        "inlet.yaml:12 carriers[0].binds[0].hosts[2]: expected host:port, found"
                                + " \"c\"",
                        "inlet.yaml:13 carriers[0].binds[0].hosts[3]: expected 1 to 65535, found 0",
                        "inlet.yaml:14 carriers[0].binds[0].systemId: expected 1 to 15 octets,"
                                + " found nothing");
    }

    @Test
    void who_waits_longer_than_a_carrier_is_refused() throws IOException {
        String text = LEAST + "carriers:\n" + carrier("main") + "intake: {patience: 10s}\n";

        assertThat(rejected(text))
                .singleElement()
                .asString()
                .contains(
                        "intake.patience: expected less than timers.responseBudget of main/one"
                                + " (10s), found 10s");
        assertThat(accepted(text.replace("10s", "9999ms")).carriers()).hasSize(1);
    }

    @Test
    void a_library_cannot_be_made_to_log_what_passes_through_it() throws IOException {
        String log = "log:\n  loggers:\n    - {name: %s, level: trace}\n";

        for (String refused : List.of("com.linecorp.armeria", "io.inletx", "ROOT")) {
            assertThat(rejected(LEAST + log.formatted(refused)))
                    .containsExactly(
                            "inlet.yaml:7 log.loggers[0].name: expected io.inlet or a package or"
                                    + " class below it, found \""
                                    + refused
                                    + '"');
        }
        assertThat(accepted(LEAST + log.formatted("io.inlet.smpp")).log().loggers()).hasSize(1);
    }

    private Settings accepted(String text) throws IOException {
        return switch (SettingsFile.read(write("inlet.yaml", text), null)) {
            case Outcome.Accepted(Settings settings) -> settings;
            case Outcome.Rejected(List<Problem> problems) ->
                    throw new AssertionError("refused: " + problems);
        };
    }

    private List<String> rejected(String text) throws IOException {
        return problems(SettingsFile.read(write("inlet.yaml", text), null));
    }

    private List<String> problems(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> List.of();
            case Outcome.Rejected(List<Problem> problems) ->
                    problems.stream().map(this::shown).toList();
        };
    }

    private String shown(Problem problem) {
        Path file = folder.relativize(problem.file());
        String place = problem.line() == null ? "" : ":" + problem.line() + " " + problem.key();
        return file + place + ": " + problem.message();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Path secret = folder.resolve("password");
        if (!Files.exists(secret)) {
            Files.writeString(secret, "of no use");
            Files.setPosixFilePermissions(secret, fromString("rw-------"));
        }
        return Files.writeString(file, text);
    }

    private String carrier(String name) {
        return "- name: " + name + "\n  binds:\n" + bind("    ");
    }

    private String bind(String indent) {
        return """
        - name: one
          hosts: [smpp.example:2775]
          systemId: inlet
          passwordFile: %s
        """
                .formatted(folder.resolve("password"))
                .indent(indent.length());
    }
}
