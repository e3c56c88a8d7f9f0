package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.BindId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTrafficTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Instant TEN = Instant.parse("2026-03-30T10:00:00Z");

    private final PostgresTraffic traffic = new PostgresTraffic(db.database());
    private final BindId bind =
            new PostgresSessions(db.database(), "node", InstantSource.system())
                    .register("acme", "main");

    @Test
    void the_same_hour_of_the_days_before_is_found_and_no_other() {
        traffic.add(day(1), Map.of(bind, 10L));
        traffic.add(day(2), Map.of(bind, 20L));
        traffic.add(day(2), Map.of(bind, 3L));
        traffic.add(day(3), Map.of(bind, 0L));
        traffic.add(day(4), Map.of(bind, 40L));
        traffic.add(TEN, Map.of(bind, 99L));
        traffic.add(TEN.minus(Duration.ofHours(25)), Map.of(bind, 77L));

        assertThat(traffic.sameHourBefore(TEN, 3).get(bind))
                .containsExactlyInAnyOrder(10L, 23L, 0L);
    }

    private static Instant day(int before) {
        return TEN.minus(Duration.ofDays(before));
    }
}
