package io.inlet.config;

import io.inlet.settings.Default;
import java.util.List;

/**
 * What is logged. All of it is applied anew by a reload.
 *
 * @param level the least level that is logged
 * @param loggers exceptions from it
 */
public record LogSettings(@Default("info") Level level, @Default("[]") List<Logger> loggers) {
    public LogSettings {
        loggers = List.copyOf(loggers);
    }

    /** How much. At no level is a message's text, a code or a full number logged. */
    public enum Level {
        /** Only what needs somebody. */
        ERROR,
        /** What is out of order, and handled. */
        WARN,
        /** What an operator wants to see of a day. */
        INFO,
        /** What an engineer wants to see of a bind. */
        DEBUG,
        /** Everything. */
        TRACE
    }

    /**
     * A part of the gateway that is logged at another level.
     *
     * @param name a package or class of the gateway, {@code io.inlet.smpp}; no library, since those
     *     log content at their lower levels
     * @param level its least level
     */
    public record Logger(String name, Level level) {
        /** The package of everything in the gateway. */
        public static final String OURS = "io.inlet";

        public Logger {
            if (!isOurs(name)) {
                throw new IllegalArgumentException(
                        "name: expected %s or a package or class below it, found %s"
                                .formatted(OURS, Quoted.of(name)));
            }
        }

        /** Whether a logger is the gateway's own, and no library's. */
        public static boolean isOurs(String name) {
            return name.equals(OURS) || name.startsWith(OURS + ".");
        }
    }
}
