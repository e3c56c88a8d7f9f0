package io.inlet.app;

import io.inlet.config.Outcome;
import io.inlet.config.Settings;
import io.inlet.config.SettingsFile;
import java.nio.file.Path;

/** Launches of gateways in a test's own process. */
final class Launches {
    private Launches() {}

    /** What {@code inlet.yaml} of a folder says. */
    static Launch of(Path directory) {
        Path file = directory.resolve("inlet.yaml");
        return switch (SettingsFile.read(file)) {
            case Outcome.Accepted(Settings settings) -> Launch.of(file, settings);
            case Outcome.Rejected(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
