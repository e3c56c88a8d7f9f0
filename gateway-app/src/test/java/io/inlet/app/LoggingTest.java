package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.http.LogLevels;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What the log of a gateway leaves out. */
final class LoggingTest {
    private final Logging logging = new Logging();

    @AfterEach
    void restore() {
        logging.set("ROOT", LogLevels.Level.INFO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProxyConnection", "PoolBase"})
    void the_pool_does_not_tell_each_broken_connection_at_any_level(String source) {
        logging.set("ROOT", LogLevels.Level.TRACE);
        var logger = LoggerFactory.getLogger("com.zaxxer.hikari.pool." + source);
        assertThat(logger.isEnabledForLevel(Level.WARN)).isFalse();
        assertThat(logger.isEnabledForLevel(Level.ERROR)).isTrue();
    }

    @Test
    void clients_that_break_http2_cannot_fill_the_log() {
        var armeria =
                LoggerFactory.getLogger(
                        "com.linecorp.armeria.internal.common.AbstractHttp2ConnectionHandler");
        try (LogCapture log = LogCapture.begin()) {
            for (int i = 0; i < 100; i++) {
                var flood = Http2Exception.connectionError(Http2Error.ENHANCE_YOUR_CALM, "a flood");
                armeria.warn("{} HTTP/2 connection error: {}", "[id]", "a flood", flood);
            }
            armeria.warn("{} something else", "[id]", new IllegalStateException("a bug"));
            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().poll())
                    .contains("WARN io.inlet.app.PeerFaults")
                    .contains("ENHANCE_YOUR_CALM: 1, the last because: a flood");
            assertThat(log.lines().poll()).contains("IllegalStateException: a bug");
        }
    }

    @Test
    void what_else_the_pool_warns_of_is_told() {
        assertThat(
                        LoggerFactory.getLogger("com.zaxxer.hikari.pool.HikariPool")
                                .isEnabledForLevel(Level.WARN))
                .isTrue();
    }
}
