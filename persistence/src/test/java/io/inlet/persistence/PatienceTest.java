package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.Concatenation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Instant FIRST = Instant.parse("2026-01-31T09:30:00Z");

    private static Duration joinsFor(Duration horizon, int referenceBits) {
        var settings =
                new CommitSettings(horizon, Duration.ofMinutes(30), Duration.ofHours(2), 1000);
        Instant until =
                Patience.of(settings).joinsUntil(FIRST, new Concatenation(1, referenceBits, 2, 1));
        return Duration.between(FIRST, until);
    }

    @Test
    void reference_of_8_bits_joins_within_its_window() {
        assertThat(joinsFor(Duration.ofDays(2), 8)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void reference_of_16_bits_joins_within_the_horizon_or_the_window_if_that_is_longer() {
        assertThat(joinsFor(Duration.ofDays(2), 16)).isEqualTo(Duration.ofDays(2));
        assertThat(joinsFor(Duration.ofHours(1), 16)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void parts_are_kept_for_a_week_at_most_however_far_the_horizon_is() {
        assertThat(joinsFor(Duration.ofDays(30), 16)).isEqualTo(Duration.ofDays(7));
    }
}
