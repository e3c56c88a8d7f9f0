package io.inlet.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0s", "1ms", "1500ms", "30s", "90s", "2m", "36h", "7d"})
    void what_is_written_reads_as_the_same(String text) {
        Duration read = Objects.requireNonNull(Durations.read(text));

        assertThat(Durations.write(read)).isEqualTo(text);
    }

    @Test
    void the_largest_unit_that_holds_it_exactly_is_taken() {
        assertThat(Durations.write(Duration.ofMinutes(2))).isEqualTo("2m");
        assertThat(Durations.write(Duration.ofDays(2))).isEqualTo("2d");
        assertThat(Durations.write(Duration.ofNanos(2_000_999))).isEqualTo("2ms");
        assertThat(Durations.write(Duration.ofSeconds(-2))).isEqualTo("-2s");
    }
}
