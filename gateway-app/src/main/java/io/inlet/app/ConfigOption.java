package io.inlet.app;

import io.inlet.config.Outcome;
import io.inlet.config.Settings;
import io.inlet.config.SettingsFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option that names the configuration, for the commands that need one. */
final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "/etc/inlet/inlet.yaml",
            description = "The configuration file (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("/etc/inlet/inlet.yaml");

    Path file() {
        return file;
    }

    /**
     * Reads it.
     *
     * @throws CommandFailure with every problem, if there is one
     */
    Settings read() {
        return switch (SettingsFile.read(file)) {
            case Outcome.Accepted(Settings settings) -> settings;
            case Outcome.Rejected(var problems) ->
                    throw new CommandFailure(
                            problems.stream()
                                    .map(Object::toString)
                                    .collect(
                                            Collectors.joining(
                                                    "\n  ",
                                                    "the configuration is refused:\n  ",
                                                    "")));
        };
    }

    /** A client for the gateway that runs with it. */
    OpsClient client() {
        var ops = read().ops();
        String host = ops.address().contains(":") ? "[" + ops.address() + "]" : ops.address();
        return new OpsClient(URI.create("http://" + host + ":" + ops.port()), ops.keyFile());
    }
}
