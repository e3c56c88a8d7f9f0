package io.inlet.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentiles_are_right_within_two_percent() {
        Latencies latencies = new Latencies();
        for (int micros = 1; micros <= 100_000; micros++) {
            latencies.add(micros * 1_000L);
        }
        close(latencies, 0.5, 50_000_000);
        close(latencies, 0.99, 99_000_000);
        close(latencies, 1, 100_000_000);
    }

    @Test
    void extremes_have_their_buckets() {
        Latencies latencies = new Latencies();
        assertThat(latencies.percentile(0.5)).isEqualTo(Duration.ZERO);
        latencies.add(-5);
        assertThat(latencies.percentile(1)).isEqualTo(Duration.ZERO);
        latencies.add(Long.MAX_VALUE);
        assertThat(latencies.percentile(1)).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
        latencies.clear();
        assertThat(latencies.percentile(1)).isEqualTo(Duration.ZERO);
    }

    private static void close(Latencies latencies, double share, long expectedNanos) {
        assertThat(latencies.percentile(share).toNanos())
                .isCloseTo(expectedNanos, Percentage.withPercentage(2));
    }
}
