package io.inlet.config;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.config.LogSettings.Level;
import io.inlet.smpp.BindChange;
import io.inlet.smpp.BindChange.Kind;
import io.inlet.sms.BindName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {
    private static final String LEAST =
            """
            node: a
            database: {embedded: {directory: db}}
            keys: {directory: keys}
            ops: {keyFile: k}
            """;
    private static final String TWO =
            """
            carriers:
            - name: acme
              binds:
              - {name: one, hosts: ['h:1'], systemId: x, passwordFile: password}
              - {name: two, hosts: ['h:1'], systemId: x, passwordFile: password}
            """;

    @TempDir Path folder;

    @BeforeEach
    void write_the_password() throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), "of no use");
        Files.setPosixFilePermissions(secret, fromString("rw-------"));
    }

    @Test
    void log_levels_apply_and_what_waits_for_a_restart_is_named() throws IOException {
        Settings running = read(LEAST);
        Reload.Plan plan = plan(running, LEAST + "log: {level: debug}\nhttp: {port: 9}\n");

        assertThat(plan.needRestart()).containsExactly("http");
        assertThat(plan.changesLog()).isTrue();
        assertThat(plan.effective().log().level()).isEqualTo(Level.DEBUG);
        assertThat(plan.effective().http()).isEqualTo(running.http());
    }

    @Test
    void nothing_changes_if_nothing_has_changed() throws IOException {
        Reload.Plan plan = plan(read(LEAST + TWO), LEAST + TWO);

        assertThat(plan.binds()).extracting(it -> it.change().kind()).containsOnly(Kind.UNTOUCHED);
        assertThat(plan.changesLog()).isFalse();
        assertThat(plan.needRestart()).isEmpty();
    }

    @Test
    void each_bind_is_added_changed_removed_or_untouched() throws IOException {
        String found =
                TWO.replace("name: two", "name: three")
                        + """
                        - name: beta
                          binds:
                          - {name: one, hosts: ['h:1'], systemId: x, passwordFile: password}
                        """;
        assertThat(plan(read(LEAST + TWO), LEAST + found).binds())
                .containsExactly(
                        bind("acme", "one", Kind.UNTOUCHED),
                        bind("acme", "three", Kind.ADDED),
                        bind("beta", "one", Kind.ADDED),
                        bind("acme", "two", Kind.REMOVED));
    }

    @Test
    void a_changed_bind_names_its_settings_and_those_of_its_carrier() throws IOException {
        String found =
                TWO.replace("{name: two,", "{name: two, timers: {enquireLink: 9s, proof: 2s},")
                        .replace("- name: acme", "- name: acme\n  faultStatus: esme_rmsgqful");

        assertThat(plan(read(LEAST + TWO), LEAST + found).binds())
                .extracting(it -> it.change().kind(), BindReload::settings)
                .containsExactly(
                        tuple(Kind.CHANGED, List.of("carrier.faultStatus")),
                        tuple(
                                Kind.CHANGED,
                                List.of(
                                        "timers.enquireLink",
                                        "timers.proof",
                                        "carrier.faultStatus")));
    }

    @Test
    void carriers_that_do_not_fit_what_waits_for_a_restart_are_refused() throws IOException {
        String found =
                TWO.replace("{name: two,", "{name: two, timers: {responseBudget: 3s},")
                        + "intake: {patience: 2s}\n";

        assertThat(Reload.of(read(LEAST + TWO), read(LEAST + found)))
                .isInstanceOfSatisfying(
                        Reload.Refused.class,
                        it -> assertThat(it.problem()).contains("restart", "acme/two"));
    }

    private static BindReload bind(String carrier, String name, Kind kind) {
        return new BindReload(new BindChange(new BindName(carrier, name), kind), List.of());
    }

    private Reload.Plan plan(Settings running, String found) throws IOException {
        return (Reload.Plan) Reload.of(running, read(found));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private Settings read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("inlet.yaml"), text);
        return switch (SettingsFile.read(file, null)) {
            case Outcome.Accepted(Settings settings) -> settings;
            case Outcome.Rejected(var problems) -> throw new AssertionError("refused: " + problems);
        };
    }
}
