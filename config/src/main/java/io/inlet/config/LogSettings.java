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
     * @param name a package or class, {@code io.inlet.smpp}
     * @param level its least level
     */
    public record Logger(String name, Level level) {
        public Logger {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name: expected a package, found nothing");
            }
        }
    }
}
