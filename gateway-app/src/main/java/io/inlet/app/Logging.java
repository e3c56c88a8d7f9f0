package io.inlet.app;

import ch.qos.logback.classic.Logger;
import io.inlet.config.LogSettings;
import io.inlet.http.LogLevels;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Logback's levels, changed while the gateway runs. Any thread. */
final class Logging implements LogLevels {
    private static final String ROOT = org.slf4j.Logger.ROOT_LOGGER_NAME;

    private List<String> exceptions = List.of();

    @Override
    public void set(String logger, Level level) {
        logger(logger).setLevel(ch.qos.logback.classic.Level.valueOf(level.name()));
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
