package io.inlet.app;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** All that this JVM logs, as it would be printed, the scripted carrier's own lines aside. */
final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final String CARRIER = "io.inlet.simulator";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    static LogCapture begin() {
        LogCapture capture = new LogCapture();
        capture.setContext(capture.root.getLoggerContext());
        capture.setName("capture");
        capture.start();
        capture.root.addAppender(capture);
        return capture;
    }

    Queue<String> lines() {
        return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getLoggerName().startsWith(CARRIER)) {
            String trace =
                    event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(
                    "%s %s %s %s %s"
                            .formatted(
                                    event.getLevel(),
                                    event.getLoggerName(),
                                    event.getThreadName(),
                                    event.getFormattedMessage(),
                                    trace));
        }
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
