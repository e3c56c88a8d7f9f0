package io.inlet.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What one class logs from now on, each line with its level, and whether a trace follows. */
public final class LoggedLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LoggedLines(Class<?> logging) {
        this.logger = (Logger) LoggerFactory.getLogger(logging);
    }

    /** Begins to keep them. */
    public static LoggedLines of(Class<?> logging) {
        LoggedLines lines = new LoggedLines(logging);
        lines.setContext(lines.logger.getLoggerContext());
        lines.start();
        lines.logger.setLevel(Level.INFO);
        lines.logger.addAppender(lines);
        return lines;
    }

    /** Those so far; more come as they are logged. */
    public List<String> lines() {
        return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String trace = event.getThrowableProxy() == null ? "" : " (trace)";
        lines.add(event.getLevel() + " " + event.getFormattedMessage() + trace);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(null);
        stop();
    }
}
