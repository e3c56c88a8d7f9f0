package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.smpp.LinkCheck.Outcome;
import io.inlet.sms.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LinkCheckTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final BindTimers TIMERS = BindTimers.DEFAULT;

    private final Window window =
            new Window(CarrierPorts.REDELIVERY_HORIZON, TIMERS.responseBudget());
    private Instant now = START;
    private final LinkCheck link = new LinkCheck(TIMERS, window, () -> now);

    @Test
    void answer_in_time_proves_what_was_settled_when_it_was_asked() {
        link.sent(7, nanos(0));
        assertThat(link.answered(7, nanos(10))).isEqualTo(Answered.before(START));
        assertThat(link.answered(7, nanos(10))).as("once").isNull();
    }

    @Test
    void answer_that_took_too_long_proves_nothing() {
        link.sent(7, nanos(0));
        assertThat(link.answered(7, nanos(10) + 1)).isNull();
    }

    @Test
    void what_was_asked_in_vain_is_not_proven_by_the_next() {
        link.sent(7, nanos(0));
        now = START.plusSeconds(11);
        link.sent(8, nanos(11));
        Answered proven = Objects.requireNonNull(link.answered(8, nanos(11)));
        assertThat(proven.contains(START.minusSeconds(1))).isFalse();
        assertThat(proven.contains(START)).isTrue();
    }

    @Test
    void proof_that_adds_nothing_is_not_told() {
        link.sent(7, nanos(0));
        assertThat(link.answered(7, nanos(1))).isNotNull();
        link.sent(8, nanos(2));
        assertThat(link.answered(8, nanos(3))).isNull();
        now = START.plusSeconds(1);
        link.sent(9, nanos(4));
        assertThat(link.answered(9, nanos(5))).isEqualTo(Answered.before(now));
    }

    @Test
    void open_request_is_given_up_with_the_look_at_the_time() {
        window.add(new Request(Pdus.frame(Pdus.deliverSm(1, "x")), START, nanos(0)));
        now = START.plusSeconds(20);
        assertThat(link.check(nanos(20), nanos(20))).isEqualTo(Outcome.FINE);
        link.sent(7, nanos(20));
        assertThat(link.answered(7, nanos(20)))
                .isEqualTo(new Answered(now, List.of(new Answered.Gap(START, START))));
    }

    private static long nanos(int second) {
        return Duration.ofSeconds(second).toNanos();
    }
}
