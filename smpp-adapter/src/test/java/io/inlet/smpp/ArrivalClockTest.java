package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ArrivalClockTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InstantSource source = now::get;
    private final ArrivalClock clock = new ArrivalClock(source);

    @Test
    void instants_are_whole_microseconds_and_each_is_later_than_the_last() {
        assertThat(clock.next()).isEqualTo(Instant.parse("2026-03-01T10:00:00.123456Z"));
        assertThat(clock.next()).isEqualTo(Instant.parse("2026-03-01T10:00:00.123457Z"));
    }

    @Test
    void small_step_back_is_ridden_out_and_a_large_one_is_told() {
        Instant first = clock.next();
        now.set(NOW.minusMillis(500));
        assertThat(clock.next()).isAfter(first);
        assertThat(clock.isSetBack()).isFalse();
        now.set(NOW.minusSeconds(2));
        assertThat(clock.isSetBack()).isTrue();
    }
}
