package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.http.Readiness.Check;
import io.inlet.intake.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GatewayReadinessTest {
    @Test
    void a_gateway_in_order_is_ready() {
        assertThat(new GatewayReadiness(() -> Duration.ZERO, () -> true).checks())
                .allMatch(Check::isReady)
                .extracting(Check::name)
                .containsExactly("intake", "database", "clock");
    }

    @Test
    void a_dead_lane_is_told() {
        assertThat(unready(new GatewayReadiness(() -> Duration.ZERO, () -> false)))
                .containsExactly("intake");
    }

    @Test
    void clocks_apart_are_told() {
        assertThat(unready(new GatewayReadiness(() -> Duration.ofSeconds(-2), () -> true)))
                .containsExactly("clock");
    }

    @Test
    void a_database_that_is_away_is_told() {
        assertThat(unready(new GatewayReadiness(GatewayReadinessTest::away, () -> true)))
                .containsExactly("database");
    }

    private static Duration away() {
        throw new StoreUnavailableException("away", new IOException());
    }

    private static List<String> unready(GatewayReadiness readiness) {
        return readiness.checks().stream()
                .filter(check -> !check.isReady())
                .map(Check::name)
                .toList();
    }
}
