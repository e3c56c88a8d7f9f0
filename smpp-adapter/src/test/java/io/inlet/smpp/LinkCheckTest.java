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
        answerInTime(0);
        elapse(1);
        link.sent(7, nanos(1));
        elapse(12);
        link.sent(8, nanos(12));
        Answered proven = Objects.requireNonNull(link.answered(8, nanos(12)));
        assertThat(proven.contains(START)).isFalse();
        assertThat(proven.contains(START.plusSeconds(1))).isTrue();
    }

    @Test
    void carrier_that_answers_no_enquire_link_for_two_days_has_one_gap() {
        int twoDays = 2 * 24 * 3_600;
        for (int second = 0; second < twoDays; second += 30) {
            elapse(second);
            answerInTime(second);
            elapse(second + 1);
            link.sent(second, nanos(second + 1));
        }
        elapse(twoDays);
        link.sent(1, nanos(twoDays));
        Answered proven = Objects.requireNonNull(link.answered(1, nanos(twoDays)));
        assertThat(proven.gaps()).hasSize(1);
        assertThat(proven.contains(START.plusSeconds(twoDays - 30))).isFalse();
    }

    @Test
    void idle_carrier_that_answers_no_enquire_link_has_no_gap() {
        for (int second = 0; second < 3_600; second += 30) {
            elapse(second);
            link.sent(second, nanos(second));
        }
        assertThat(window.settled(now).gaps()).isEmpty();
    }

    @Test
    void carrier_that_answers_every_other_enquire_link_has_no_gaps_without_end() {
        int twoDays = 2 * 24 * 3_600;
        for (int second = 0; second < twoDays; second += 60) {
            elapse(second);
            answerInTime(second);
            elapse(second + 1);
            link.sent(second, nanos(second + 1));
            answerInTime(second + 30);
            elapse(second + 31);
            link.sent(second + 1, nanos(second + 31));
            assertThat(link.answered(second + 1, nanos(second + 31))).isNotNull();
        }
        assertThat(window.settled(now).gaps()).hasSizeBetween(128, 256);
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

    @Test
    void asks_before_the_interval_is_over_only_if_there_is_something_to_prove() {
        long proof = TIMERS.proof().toNanos();
        link.start(nanos(0));
        assertThat(link.check(proof, proof)).as("nothing came").isEqualTo(Outcome.FINE);
        Request open = arrive(0);
        answerInTime(1);
        assertThat(link.check(proof, proof)).as("behind an open one").isEqualTo(Outcome.FINE);
        answer(open, 1);
        assertThat(link.check(proof - 1, proof)).as("too soon").isEqualTo(Outcome.FINE);
        assertThat(link.check(proof, proof)).isEqualTo(Outcome.DUE);

        elapse(2);
        link.sent(7, proof);
        assertThat(link.answered(7, proof)).isEqualTo(Answered.before(now));
        assertThat(link.check(2 * proof, proof)).as("all is proven").isEqualTo(Outcome.FINE);
        long interval = proof + TIMERS.enquireLink().toNanos();
        assertThat(link.check(interval, proof)).isEqualTo(Outcome.DUE);
    }

    @Test
    void carrier_that_lets_the_answer_wait_is_given_up_if_silent_and_else_only_its_proof() {
        long overdue = TIMERS.enquireLinkAnswer().toNanos() + 1;
        answerInTime(0);
        elapse(1);
        link.sent(7, nanos(0));
        assertThat(link.check(overdue - 1, nanos(0))).isEqualTo(Outcome.FINE);
        assertThat(link.check(overdue, nanos(0))).isEqualTo(Outcome.DEAD);
        assertThat(window.settled(now).contains(START)).isTrue();

        assertThat(link.check(overdue, nanos(1))).isNotEqualTo(Outcome.DEAD);
        assertThat(window.settled(now).contains(START)).isFalse();
    }

    private void elapse(int second) {
        now = START.plusSeconds(second);
    }

    private void answerInTime(int second) {
        answer(arrive(second), second);
    }

    private Request arrive(int second) {
        Request request =
                new Request(
                        Pdus.frame(Pdus.deliverSm(1, "x")),
                        START.plusSeconds(second),
                        nanos(second));
        window.add(request);
        return request;
    }

    private void answer(Request request, int second) {
        request.disposed(ScriptedInbox.stored());
        request.judge(new Verdict(WindowTest.CARRIER));
        request.written(nanos(second), TIMERS.responseBudget());
        window.settle(nanos(second));
    }

    private static long nanos(int second) {
        return Duration.ofSeconds(second).toNanos();
    }
}
