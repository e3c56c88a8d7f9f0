package io.inlet.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    private static final Instant AT = Instant.parse("2031-04-02T10:15:30.123456789Z");

    @Test
    void version_and_variant_are_those_of_rfc_9562() {
        UUID uuid = Uuid7.mint(AT);
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
    }

    @Test
    void identifier_tells_its_millisecond() {
        assertThat(Uuid7.time(Uuid7.mint(AT))).isEqualTo(Instant.parse("2031-04-02T10:15:30.123Z"));
    }

    @Test
    void later_within_a_millisecond_is_greater() {
        UUID previous = Uuid7.mint(AT.minusNanos(456_789));
        for (int micros = 1; micros < 1000; micros++) {
            UUID next = Uuid7.mint(AT.minusNanos(456_789).plusNanos(micros * 1_000L));
            assertThat(next.getMostSignificantBits())
                    .isGreaterThan(previous.getMostSignificantBits());
            previous = next;
        }
    }

    @Test
    void identifiers_of_one_instant_differ() {
        Set<UUID> minted = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            minted.add(Uuid7.mint(AT));
        }
        assertThat(minted).hasSize(10_000);
    }

    @Test
    void floor_is_below_all_of_its_millisecond_and_above_those_before() {
        UUID floor = Uuid7.floor(AT);
        Instant start = Instant.parse("2031-04-02T10:15:30.123Z");
        assertThat(Uuid7.mint(start)).isGreaterThan(floor);
        assertThat(Uuid7.mint(start.minusNanos(1))).isLessThan(floor);
    }
}
