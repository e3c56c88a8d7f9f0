package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Deferred;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(2);
    private static final Duration BUDGET = Duration.ofSeconds(10);

    private final Window window = new Window(HORIZON, 1_000);

    @Test
    void empty_window_is_answered_until_now() {
        assertThat(window.answeredUntil(START)).isEqualTo(START);
    }

    @Test
    void earliest_open_request_bounds_it() {
        Request first = arrive(1);
        Request second = arrive(2);
        answer(second, Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.answeredUntil(at(3))).isEqualTo(at(1));
        answer(first, Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.answeredUntil(at(3))).isEqualTo(at(3));
    }

    @Test
    void late_answer_holds_it_until_the_redelivery_horizon_is_over() {
        answer(arrive(1), BUDGET.plusMillis(1), ScriptedInbox.stored());
        answer(arrive(2), Duration.ZERO, ScriptedInbox.stored());

        assertThat(window.answeredUntil(at(3))).isEqualTo(at(1));
        Instant later = START.plus(HORIZON).plus(Duration.ofMinutes(2));
        assertThat(window.answeredUntil(later)).isEqualTo(later);
    }

    @Test
    void doubts_outlive_the_first_of_them() {
        answer(arrive(0), BUDGET.plusMillis(1), ScriptedInbox.stored());
        answer(arrive(3_600), BUDGET.plusMillis(1), ScriptedInbox.stored());

        assertThat(window.answeredUntil(at(3_601))).isEqualTo(at(0));
        assertThat(window.answeredUntil(START.plus(HORIZON).plusSeconds(200))).isEqualTo(at(3_600));
    }

    @Test
    void refused_and_not_stored_holds_nothing_and_unknown_outcome_does() {
        answer(arrive(1), Duration.ZERO, new Deferred(Deferred.Reason.INTAKE_FULL));
        answer(arrive(2), Duration.ZERO, new Deferred(Deferred.Reason.STOPPING));
        answer(arrive(3), BUDGET.plusMillis(1), new Deferred(Deferred.Reason.STORE_UNAVAILABLE));
        assertThat(window.answeredUntil(at(4))).isEqualTo(at(4));

        answer(arrive(5), Duration.ZERO, new Deferred(Deferred.Reason.OUTCOME_UNKNOWN));
        assertThat(window.answeredUntil(at(6))).isEqualTo(at(5));
    }

    @Test
    void request_that_is_never_answered_does_not_grow_the_window_without_end() {
        Request stuck = arrive(0);
        for (int i = 1; i <= 5_000; i++) {
            answer(arrive(i), Duration.ZERO, ScriptedInbox.stored());
        }
        assertThat(window.remembered()).isLessThanOrEqualTo(1_000);
        assertThat(window.answeredUntil(at(5_001))).isEqualTo(at(0));
        answer(stuck, Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.answeredUntil(at(5_001))).as("in doubt for good").isEqualTo(at(0));
    }

    @Test
    void tells_whether_there_is_something_to_prove() {
        assertThat(window.hasClearSince(START)).isFalse();
        answer(arrive(1), Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.hasClearSince(at(1))).isTrue();
        assertThat(window.hasClearSince(at(2))).isFalse();
        answer(arrive(3), BUDGET.plusMillis(1), ScriptedInbox.stored());
        answer(arrive(4), Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.hasClearSince(at(2))).as("held, so nothing can be proven").isFalse();
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private Request arrive(int second) {
        Request request = new Request(Pdus.frame(Pdus.deliverSm(1, "x")), at(second), 0);
        window.add(request);
        return request;
    }

    private void answer(Request request, Duration took, Disposition disposition) {
        request.disposed(disposition);
        request.written(took.toNanos(), BUDGET);
        window.settle();
    }
}
