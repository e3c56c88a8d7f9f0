package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.http.Readiness.Check;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.persistence.SlotOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class GatewayReadinessTest {
    private static final SlotOutcome TAKEN = new SlotOutcome.NodeTaken("one", "elsewhere");

    @Test
    void a_gateway_in_order_is_ready() {
        assertThat(readiness(() -> Duration.ZERO, () -> true).checks())
                .allMatch(Check::isReady)
                .extracting(Check::name)
                .containsExactly("intake", "slots", "database", "clock");
    }

    @Test
    void a_dead_lane_is_told() {
        assertThat(unready(readiness(() -> Duration.ZERO, () -> false))).containsExactly("intake");
    }

    @Test
    void clocks_apart_are_told() {
        assertThat(unready(readiness(() -> Duration.ofSeconds(-2), () -> true)))
                .containsExactly("clock");
    }

    @Test
    void a_database_that_is_away_is_told() {
        assertThat(unready(readiness(GatewayReadinessTest::away, () -> true)))
                .containsExactly("database");
    }

    @Test
    void a_slot_that_another_has_is_told() {
        assertThat(unready(new GatewayReadiness(() -> Duration.ZERO, () -> true, () -> TAKEN)))
                .containsExactly("slots");
    }

    private static GatewayReadiness readiness(
            Supplier<Duration> clockSkew, BooleanSupplier intakeAlive) {
        return new GatewayReadiness(clockSkew, intakeAlive, SlotOutcome.Held::new);
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
