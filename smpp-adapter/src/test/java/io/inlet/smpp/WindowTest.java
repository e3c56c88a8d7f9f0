package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.QuarantineReason;
import io.inlet.sms.Answered;
import io.inlet.sms.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(2);
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final Duration LATE = BUDGET.plusMillis(1);

    private static final CarrierSettings CARRIER =
            new CarrierSettings(
                    "acme",
                    TemporaryStatus.ESME_RMSGQFUL,
                    TemporaryStatus.ESME_RSYSERR,
                    UnreadableStatus.ESME_RINVMSGLEN,
                    false,
                    List.of(Rig.bind("b1", 1, _ -> {})));

    private final Window window = new Window(HORIZON, BUDGET, 1_000);

    @Test
    void empty_window_is_settled_until_now() {
        assertThat(window.settled(START)).isEqualTo(Answered.before(START));
    }

    @Test
    void earliest_open_request_bounds_it() {
        Request first = arrive(1);
        Request second = arrive(2);
        answer(second, Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.settled(at(3))).isEqualTo(Answered.before(at(1)));
        answer(first, Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.settled(at(3))).isEqualTo(Answered.before(at(3)));
    }

    @Test
    void open_request_bounds_it_for_as_long_as_its_answer_could_be_in_time() {
        Request first = arrive(1);
        answer(arrive(2), Duration.ZERO, ScriptedInbox.stored());
        window.settle(nanos(1) + BUDGET.toNanos());
        assertThat(window.settled(at(12)).contains(at(2))).isFalse();

        window.settle(nanos(1) + LATE.toNanos());
        assertThat(window.settled(at(12)).contains(at(2))).isTrue();
        assertThat(window.settled(at(12)).contains(at(1))).isFalse();
        answer(first, LATE, ScriptedInbox.stored());
        assertThat(window.settled(at(12)).contains(at(1))).isFalse();
    }

    @Test
    void late_answer_is_in_doubt_and_its_neighbours_are_not() {
        answer(arrive(1), Duration.ZERO, ScriptedInbox.stored());
        answer(arrive(2), LATE, ScriptedInbox.stored());
        answer(arrive(3), Duration.ZERO, ScriptedInbox.stored());

        Answered settled = window.settled(at(4));
        assertThat(settled.contains(at(1))).isTrue();
        assertThat(settled.contains(at(2))).isFalse();
        assertThat(settled.contains(at(3))).isTrue();
    }

    @Test
    void what_is_stored_and_answered_with_an_error_is_in_doubt() {
        answer(
                arrive(1),
                Duration.ZERO,
                new Quarantined(new MessageId(new UUID(1, 1)), QuarantineReason.UNREADABLE));
        assertThat(window.settled(at(2)).contains(at(1))).isFalse();
    }

    @Test
    void unknown_outcome_and_failed_intake_are_in_doubt() {
        answer(arrive(1), Duration.ZERO, new Deferred(Deferred.Reason.OUTCOME_UNKNOWN));
        answer(arrive(2), Duration.ZERO, null);
        answer(arrive(3), Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.settled(at(4)).gaps())
                .as("doubts in a row are one gap")
                .containsExactly(new Answered.Gap(at(1), at(2)));
    }

    @Test
    void what_was_refused_and_not_stored_is_no_doubt_and_parts_none() {
        answer(arrive(1), Duration.ZERO, new Deferred(Deferred.Reason.INTAKE_FULL));
        answer(arrive(2), LATE, new Deferred(Deferred.Reason.STORE_UNAVAILABLE));
        assertThat(window.settled(at(3)).gaps()).isEmpty();
        assertThat(window.hasUndecided()).as("nothing to prove").isFalse();

        answer(arrive(4), LATE, ScriptedInbox.stored());
        answer(arrive(5), Duration.ZERO, new Deferred(Deferred.Reason.STOPPING));
        answer(arrive(6), LATE, ScriptedInbox.stored());
        assertThat(window.settled(at(7)).gaps()).containsExactly(new Answered.Gap(at(4), at(6)));
    }

    @Test
    void doubts_are_forgotten_after_the_redelivery_horizon() {
        answer(arrive(0), LATE, ScriptedInbox.stored());
        answer(arrive(1), Duration.ZERO, ScriptedInbox.stored());
        answer(arrive(3_600), LATE, ScriptedInbox.stored());

        Instant end = START.plus(HORIZON);
        assertThat(window.settled(end).gaps()).hasSize(2);
        Instant later = end.plusSeconds(3_601);
        assertThat(window.settled(later).gaps())
                .containsExactly(new Answered.Gap(at(3_600), at(3_600)));
        assertThat(window.settled(later.plusSeconds(3_600)).gaps()).isEmpty();
    }

    @Test
    void doubts_without_end_become_coarse_and_lose_none() {
        for (int i = 0; i < 5_000; i++) {
            answer(arrive(2 * i), LATE, ScriptedInbox.stored());
            answer(arrive(2 * i + 1), Duration.ZERO, ScriptedInbox.stored());
        }
        Answered settled = window.settled(at(10_000));
        assertThat(settled.gaps()).hasSizeBetween(100, 256);
        for (int i = 0; i < 5_000; i++) {
            assertThat(settled.contains(at(2 * i))).isFalse();
        }
        assertThat(settled.contains(at(9_999))).isTrue();
    }

    @Test
    void request_that_is_never_answered_does_not_grow_the_window_without_end() {
        Request stuck = arrive(0);
        for (int i = 1; i <= 5_000; i++) {
            Request request =
                    new Request(Pdus.frame(Pdus.deliverSm(1, "x")), at(0).plusMillis(i), nanos(0));
            window.add(request);
            answer(request, Duration.ZERO, ScriptedInbox.stored());
        }
        assertThat(window.remembered()).isLessThanOrEqualTo(1_000);
        assertThat(window.settled(at(6)).contains(at(0))).isFalse();
        assertThat(window.settled(at(6)).contains(at(0).plusMillis(1))).isTrue();
        answer(stuck, Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.settled(at(6)).contains(at(0))).as("in doubt for good").isFalse();
    }

    @Test
    void what_was_not_proven_in_time_is_in_doubt_for_good() {
        answer(arrive(1), Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.proven(window.settled(at(2)))).isTrue();
        answer(arrive(3), LATE, ScriptedInbox.stored());
        answer(arrive(4), Duration.ZERO, ScriptedInbox.stored());
        Answered asked = window.settled(at(5));
        answer(arrive(6), LATE, ScriptedInbox.stored());
        answer(arrive(7), Duration.ZERO, ScriptedInbox.stored());
        window.unproven(asked);
        assertThat(window.proven(window.settled(at(8)))).isTrue();

        assertThat(seconds(window.settled(at(60)), 8)).containsExactly(0, 1, 5, 7);
    }

    @Test
    void what_is_proven_stays_so_though_a_later_proof_fails() {
        answer(arrive(1), Duration.ZERO, ScriptedInbox.stored());
        Answered asked = window.settled(at(2));
        assertThat(window.proven(asked)).isTrue();
        window.unproven(asked);
        assertThat(window.settled(at(60)).contains(at(1))).isTrue();
    }

    @Test
    void tells_whether_there_is_something_to_prove() {
        assertThat(window.hasUndecided()).isFalse();
        answer(arrive(1), Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.hasUndecided()).isTrue();
        assertThat(window.proven(window.settled(at(2)))).isTrue();
        assertThat(window.hasUndecided()).isFalse();
        answer(arrive(3), LATE, ScriptedInbox.stored());
        assertThat(window.hasUndecided()).as("a doubt is not").isFalse();
        answer(arrive(4), Duration.ZERO, ScriptedInbox.stored());
        assertThat(window.hasUndecided()).isTrue();
        window.unproven(window.settled(at(5)));
        assertThat(window.hasUndecided()).isFalse();
    }

    private static List<Integer> seconds(Answered answered, int end) {
        return IntStream.range(0, end)
                .filter(second -> answered.contains(at(second)))
                .boxed()
                .toList();
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static long nanos(int second) {
        return Duration.ofSeconds(second).toNanos();
    }

    private Request arrive(int second) {
        Request request =
                new Request(Pdus.frame(Pdus.deliverSm(1, "x")), at(second), nanos(second));
        window.add(request);
        return request;
    }

    private void answer(Request request, Duration took, @Nullable Disposition disposition) {
        long now = Duration.between(START, request.arrival).plus(took).toNanos();
        request.disposed(disposition);
        request.judge(new Verdict(CARRIER));
        request.written(now, BUDGET);
        window.settle(now);
    }
}
