package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invariant 3 over thousands of hours by chance: late answers, errors, unknown outcomes, sessions
 * that break, a carrier that sends and does not read, gateways that are killed, two of them at a
 * time. An umpire who knows what the carrier has read calls out each message that is there twice,
 * and each SMS that was taken for another though the ESME_ROK of that one was proven.
 */
class RedeliverySimulationTest {
    private static final int RUNS = 200;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void no_sms_is_doubled_and_none_is_lost_behind_a_proven_one(boolean equalAtOnce) {
        int genuine = 0;
        int genuineAfterDoubts = 0;
        int redelivered = 0;
        int overtaken = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            SimulatedStore store = run(seed, equalAtOnce);
            genuine += store.genuine;
            genuineAfterDoubts += store.genuineAfterDoubts;
            redelivered += store.redelivered;
            overtaken += store.overtaken;
        }
        // Else the simulation shows nothing.
        assertThat(genuine).isGreaterThan(20 * RUNS);
        assertThat(genuineAfterDoubts).isGreaterThan(5 * RUNS);
        assertThat(redelivered).isGreaterThan(5 * RUNS);
        assertThat(overtaken).isPositive();
    }

    private static SimulatedStore run(long seed, boolean equalAtOnce) {
        World world = new World(seed);
        SimulatedStore store = new SimulatedStore(world, equalAtOnce);
        List<SimulatedGateway> gateways =
                List.of(
                        new SimulatedGateway(world, store, Duration.ofMillis(400)),
                        new SimulatedGateway(world, store, Duration.ofMillis(-400)));
        SimulatedCarrier carrier = new SimulatedCarrier(world, gateways, 3);
        world.often(
                Duration.ofMillis(100),
                Duration.ofSeconds(4),
                () -> {
                    int content = world.upTo(4);
                    if (equalAtOnce || !carrier.isBusyWith(content)) {
                        carrier.submit(content);
                    }
                });
        world.often(Duration.ofSeconds(10), Duration.ofSeconds(90), carrier::disturb);
        try {
            world.run(Duration.ofMinutes(10));
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
        return store;
    }
}
