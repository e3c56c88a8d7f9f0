package io.inlet.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inlet.number.NumberId;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseTest {
    private static final Instant START = Instant.parse("2031-04-02T10:00:00Z");
    private static final Lease.Period PERIOD =
            new Lease.Period(
                    START, START.plusSeconds(100), START.plusSeconds(200), START.plusSeconds(300));

    private static Lease lease(boolean suspended) {
        return new Lease(
                new LeaseId(new UUID(0, 1)),
                new TenantId(new UUID(0, 2)),
                null,
                new NumberId(new UUID(0, 3)),
                new Msisdn("4915112345678"),
                new Lease.Terms(Purpose.QA_TESTING, "", null, START),
                PERIOD,
                suspended);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-0.000001S, RESERVED",
        "PT0S, ACTIVE",
        "PT99.999999S, ACTIVE",
        "PT100S, GRACE",
        "PT199.999999S, GRACE",
        "PT200S, PURGED",
        "PT300S, PURGED"
    })
    void state_follows_the_clock(Duration after, LeaseState state) {
        assertThat(lease(false).stateAt(START.plus(after))).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, SUSPENDED",
        "PT150S, SUSPENDED",
        "PT199.999999S, SUSPENDED",
        "PT200S, PURGED"
    })
    void suspended_lease_keeps_its_time_running(Duration after, LeaseState state) {
        assertThat(lease(true).stateAt(START.plus(after))).isEqualTo(state);
    }

    @Test
    void instants_out_of_order_are_refused() {
        Instant end = START.plusSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lease.Period(START, START, end, end));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lease.Period(START, end, START, end));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lease.Period(START, end, end, START));
    }

    @Test
    void text_form_masks_the_number() {
        assertThat(lease(false).toString()).doesNotContain("49151").contains("78");
    }
}
