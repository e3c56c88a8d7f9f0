package io.inlet.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeasePolicyTest {
    private static final Instant START = Instant.parse("2031-04-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT9M59S, false",
        "PT10M, true",
        "PT1H, true",
        "P180D, true",
        "P180DT1S, false",
        "PT0S, false",
        "PT-1H, false"
    })
    void duration_is_bounded(Duration ttl, boolean allowed) {
        assertThat(LeasePolicy.DEFAULT.allows(ttl)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "PT10M, PT2H, PT24H",
        "PT1H, PT2H, PT24H",
        "PT1H1S, PT24H, P7D",
        "P7D, PT24H, P7D",
        "P7DT1S, PT72H, P30D",
        "P180D, PT72H, P30D"
    })
    void grace_and_cooldown_follow_the_class_of_duration(
            Duration ttl, Duration grace, Duration cooldown) {
        Instant end = START.plus(ttl);
        assertThat(LeasePolicy.DEFAULT.period(START, ttl))
                .isEqualTo(
                        new Lease.Period(
                                START, end, end.plus(grace), end.plus(grace).plus(cooldown)));
    }
}
