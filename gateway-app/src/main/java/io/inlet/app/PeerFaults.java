package io.inlet.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.inlet.log.Series;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Tells of HTTP/2 clients that break the protocol or flood us, one line a minute for each kind of
 * error, where Armeria logs a trace for each connection: who can open connections must not be able
 * to fill the log. All else that it logs passes. Made by logback; any thread.
 */
public final class PeerFaults extends TurboFilter {
    private static final String ARMERIA =
            "com.linecorp.armeria.internal.common.AbstractHttp2ConnectionHandler";

    private final Series<Http2Error> faults = new Series<>(InstantSource.system());

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable failure) {
        Object cause = failure == null ? lastOf(params) : failure;
        if (!(cause instanceof Http2Exception fault) || !logger.getName().equals(ARMERIA)) {
            return FilterReply.NEUTRAL;
        }
        long times = faults.add(fault.error());
        if (times > 0) {
            LoggerFactory.getLogger(PeerFaults.class)
                    .warn(
                            "HTTP/2 connections ended for {}: {}, the last because: {}",
                            fault.error(),
                            times,
                            fault.getMessage());
        }
        return FilterReply.DENY;
    }

    // Where logback itself finds the exception of a line that has parameters besides.
    private static @Nullable Object lastOf(Object @Nullable [] params) {
        return params == null || params.length == 0 ? null : params[params.length - 1];
    }
}
