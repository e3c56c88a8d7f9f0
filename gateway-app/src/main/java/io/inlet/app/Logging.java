package io.inlet.app;

import ch.qos.logback.classic.Logger;
import io.inlet.config.LogSettings;
import io.inlet.http.LogLevels;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Logback's levels, changed while the gateway runs. Only the gateway's own loggers can be opened:
 * what libraries say at DEBUG and TRACE holds keys, texts and numbers. Any thread.
 */
final class Logging implements LogLevels {
    private static final String ROOT = org.slf4j.Logger.ROOT_LOGGER_NAME;
    private static final ch.qos.logback.classic.Level MOST_OF_LIBRARIES =
            ch.qos.logback.classic.Level.INFO;

    private List<String> exceptions = List.of();

    @Override
    public void set(String logger, Level level) {
        var wanted = ch.qos.logback.classic.Level.valueOf(level.name());
        if (logger.equals(ROOT)) {
            logger(LogSettings.Logger.OURS).setLevel(wanted);
            logger(ROOT)
                    .setLevel(
                            wanted.isGreaterOrEqual(MOST_OF_LIBRARIES)
                                    ? wanted
                                    : MOST_OF_LIBRARIES);
        } else if (LogSettings.Logger.isOurs(logger)) {
            logger(logger).setLevel(wanted);
        } else {
            throw new IllegalArgumentException(
                    "expected ROOT, %s or a name below it".formatted(LogSettings.Logger.OURS));
        }
    }

    /** Applies what the configuration says; what it said before and says no more is undone. */
    synchronized void apply(LogSettings settings) {
        exceptions.forEach(name -> logger(name).setLevel(null));
        set(ROOT, level(settings.level()));
        for (LogSettings.Logger exception : settings.loggers()) {
            set(exception.name(), level(exception.level()));
        }
        exceptions = settings.loggers().stream().map(LogSettings.Logger::name).toList();
    }

    private static Level level(LogSettings.Level level) {
        return switch (level) {
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
