package io.inlet.app;

import io.inlet.app.sandbox.Scenario;
import io.inlet.app.sandbox.ScenarioRun;
import io.inlet.app.sandbox.ScenarioRun.Row;
import io.inlet.config.Settings;
import io.inlet.http.OpsKey;
import io.inlet.settings.Durations;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inlet sandbox}: what customers go through, played on a running gateway. */
@Command(
        name = "sandbox",
        description = "Play what customers go through on the running gateway's sandbox.",
        mixinStandardHelpOptions = true,
        subcommands = {SandboxCommand.Run.class, SandboxCommand.ListAll.class})
final class SandboxCommand {
    @Command(name = "list", description = "List the scenarios.", mixinStandardHelpOptions = true)
    static final class ListAll implements Runnable {
        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            Columns columns = new Columns("SCENARIO", "WHAT HAPPENS");
            for (Scenario scenario : Scenario.all()) {
                columns.row(scenario.label(), scenario.title());
            }
            columns.print(spec.commandLine().getOut());
        }
    }

    @Command(
            name = "run",
            description = {
                "Play a scenario: make a sandbox tenant and numbers that nobody can dial, send the"
                        + " messages through the whole gateway, and check what is read.",
                "Status 0 if all is as it should be, 1 if not."
            },
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "NAME", description = "The scenario; see 'inlet sandbox list'.")
        private String name = "";

        @Option(
                names = "--within",
                paramLabel = "TIME",
                defaultValue = "2s",
                description =
                        "How long a message may take to its reader (default: ${DEFAULT-VALUE}).")
        private String within = "2s";

        @Override
        public Integer call() throws InterruptedException {
            Scenario scenario = scenario();
            Duration bound = Durations.read(within);
            if (bound == null) {
                throw new CommandFailure("--within: expected a duration such as 500ms or 2s");
            }
            Settings settings = config.read();
            if (!settings.sandbox().enabled()) {
                throw new CommandFailure(
                        "this gateway keeps no sandbox: set sandbox.enabled and restart it");
            }
            try (ScenarioRun run = new ScenarioRun(stage(settings, bound), scenario)) {
                return tell(run.play());
            } catch (IllegalStateException e) {
                throw new CommandFailure(String.valueOf(e.getMessage()));
            }
        }

        private Scenario scenario() {
            Scenario scenario = Scenario.named(name);
            if (scenario == null) {
                throw new CommandFailure(
                        "there is no scenario of this name; there are "
                                + Scenario.all().stream()
                                        .map(Scenario::label)
                                        .collect(Collectors.joining(", ")));
            }
            return scenario;
        }

        private static ScenarioRun.Stage stage(Settings settings, Duration within) {
            return new ScenarioRun.Stage(
                    uri(settings.http().address(), settings.http().port()),
                    uri(settings.ops().address(), settings.ops().port()),
                    OpsKey.read(settings.ops().keyFile()).reveal(),
                    within);
        }

        private static URI uri(String address, int port) {
            String host = address.contains(":") ? "[" + address + "]" : address;
            return URI.create("http://" + host + ":" + port);
        }

        private int tell(List<Row> rows) {
            PrintWriter out = spec.commandLine().getOut();
            Columns columns = new Columns("STEP", "AFTER", "RESULT");
            for (Row row : rows) {
                columns.row(
                        row.step(),
                        shown(row.after()),
                        Objects.requireNonNullElse(row.fault(), "ok"));
            }
            columns.print(out);
            return rows.stream().allMatch(row -> row.fault() == null) ? 0 : 1;
        }

        private static String shown(@Nullable Duration after) {
            return after == null ? "-" : after.toMillis() + " ms";
        }
    }
}
