package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.http.LogLevels;
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
    void what_else_the_pool_warns_of_is_told() {
        assertThat(
                        LoggerFactory.getLogger("com.zaxxer.hikari.pool.HikariPool")
                                .isEnabledForLevel(Level.WARN))
                .isTrue();
    }
}
