package io.inlet.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final Series<String> series = new Series<>(() -> now);

    @Test
    void first_is_told_at_once_and_the_rest_once_a_minute_with_its_number() {
        assertThat(series.add("refused")).isEqualTo(1);
        for (int i = 1; i < 60; i++) {
            now = now.plusSeconds(1);
            assertThat(series.add("refused")).isZero();
        }
        now = now.plusSeconds(1);
        assertThat(series.add("refused", 3)).isEqualTo(62);
        assertThat(series.add("refused")).isZero();
    }

    @Test
    void another_kind_is_told_at_once() {
        series.add("refused");
        assertThat(series.add("timeout")).isEqualTo(1);
        assertThat(series.add("refused")).isZero();
    }

    @Test
    void after_the_end_the_next_is_a_first_one() {
        series.add("refused");
        series.add("refused");
        series.end();
        assertThat(series.add("refused")).isEqualTo(1);
    }
}
