package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(BindTimers.DEFAULT, new SplittableRandom(1));

    @Test
    void waits_double_up_to_the_most_each_with_jitter() {
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            assertAround(backoff.next(EndReason.CARRIER_CLOSED), seconds);
        }
    }

    @Test
    void refused_bind_waits_longer_at_once() {
        assertAround(backoff.next(EndReason.ALREADY_BOUND), 8);
        assertAround(backoff.next(EndReason.ALREADY_BOUND), 16);
        assertThat(backoff.attempts()).isEqualTo(2);
    }

    @Test
    void session_that_lasted_begins_anew() {
        backoff.next(EndReason.CONNECT_REFUSED);
        backoff.next(EndReason.CONNECT_REFUSED);
        backoff.reset();
        assertAround(backoff.next(EndReason.CONNECTION_RESET), 1);
    }

    @Test
    void waits_differ() {
        assertThat(backoff.next(EndReason.CARRIER_CLOSED).toNanos() * 2)
                .isNotEqualTo(backoff.next(EndReason.CARRIER_CLOSED).toNanos());
    }

    private static void assertAround(Duration wait, int seconds) {
        assertThat(wait)
                .isBetween(Duration.ofMillis(seconds * 750L), Duration.ofMillis(seconds * 1250L));
    }
}
