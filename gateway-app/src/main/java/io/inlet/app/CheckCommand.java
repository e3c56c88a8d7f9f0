package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.inlet.config.Settings;
import io.inlet.id.Counted;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inlet check}: reads the configuration and says what is wrong with it. */
@Command(
        name = "check",
        description = "Check the configuration and tell every problem at once; starts nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Runnable {
    @Mixin private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--against-running",
            description =
                    "Also show what a reload would do now to the gateway that runs with this file.")
    private boolean againstRunning;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Settings settings = config.read();
        long binds = settings.carriers().stream().mapToLong(c -> c.binds().size()).sum();
        spec.commandLine()
                .getOut()
                .printf(
                        "%s is fine: node %s, %s, %s%n",
                        config.file(),
                        settings.node(),
                        Counted.of(settings.carriers().size(), "carrier"),
                        Counted.of(binds, "bind"));
        if (againstRunning) {
            compare();
        }
    }

    // The gateway reads its own files: what it would apply is what it shows.
    private void compare() {
        JsonNode plan = config.client().get("/ops/v1/configuration/plan");
        Path running = Path.of(plan.path("file").asText());
        if (!running.equals(config.file().toAbsolutePath().normalize())) {
            throw new CommandFailure("the gateway there runs with another file, " + running);
        }
        PrintWriter out = spec.commandLine().getOut();
        new ReloadTable(plan).print("a reload would do this:", out);
    }
}
