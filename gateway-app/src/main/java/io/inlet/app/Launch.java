package io.inlet.app;

import io.inlet.config.Settings;
import java.nio.file.Path;

/**
 * What a gateway starts with.
 *
 * @param file the main configuration file, absolute; read again at a reload
 * @param settings what it said
 * @param logging what is logged, as these settings say
 */
record Launch(Path file, Settings settings, Logging logging) {
    Launch {
        file = file.toAbsolutePath().normalize();
    }

    /** A launch whose log levels are left as they are until a reload changes them. */
    static Launch of(Path file, Settings settings) {
        return new Launch(file, settings, new Logging());
    }
}
