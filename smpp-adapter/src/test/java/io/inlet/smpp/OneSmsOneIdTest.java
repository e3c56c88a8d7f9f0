package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.FormerCopy;
import io.inlet.sms.Answered;
import io.inlet.sms.Arrival;
import io.inlet.sms.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Invariant 3, clause by clause, over the wire: what the sessions tell of a first copy, judged as
 * the store judges its second. That the store keeps what it is told, over restarts and for all
 * gateways, and the horizon, are the store's own tests.
 */
class OneSmsOneIdTest {
    private static final Duration HORIZON = CarrierPorts.REDELIVERY_HORIZON;
    private static final int BUDGET_MILLIS = 400;

    private final Rig rig = Rig.idle();
    private final RawSmsc other = new RawSmsc();
    private RawSmsc.Link link;
    private RawSmsc.Link elsewhere;

    @BeforeEach
    void twoBindsOfOneCarrier() {
        rig.carriers.start(
                List.of(
                        Rig.carrier(
                                Rig.bind("b1", rig.smsc.port(), OneSmsOneIdTest::timers),
                                Rig.bind("b2", other.port(), OneSmsOneIdTest::timers))));
        link = rig.smsc.bound();
        elsewhere = other.bound();
    }

    private static void timers(Rig.Timers timers) {
        timers.proofMillis = 30;
        timers.enquireLinkAnswerMillis = 500;
        timers.responseBudgetMillis = BUDGET_MILLIS;
    }

    @AfterEach
    void close() {
        other.close();
        rig.close();
    }

    @Test
    void on_the_same_session_after_a_timely_esme_rok_a_second_copy_is_a_genuine_resend() {
        Arrival first = deliver(link);
        assertThat(isRedelivery(first, deliver(link))).isFalse();
    }

    @Test
    void on_the_same_session_before_the_first_is_answered_a_second_copy_is_a_redelivery() {
        rig.inbox.hold();
        link.write(Pdus.deliverSm(1, "the same"), Pdus.deliverSm(2, "the same"));
        ScriptedInbox.Held first = rig.inbox.next();
        ScriptedInbox.Held second = rig.inbox.next();
        first.store();
        assertThat(isRedelivery(first.arrival(), second.arrival())).isTrue();
    }

    @Test
    void on_another_session_the_enquire_link_on_the_first_decides() {
        Arrival first = deliver(link);
        assertThat(isRedelivery(first, deliver(elsewhere))).isTrue();
        link.answer(nextCheck(link));
        awaitProofOf(first);
        assertThat(isRedelivery(first, deliver(elsewhere))).isFalse();
    }

    @Test
    void enquire_link_sent_before_the_answer_proves_nothing_of_it() {
        deliver(link);
        Frame.Pdu before = nextCheck(link);
        Arrival first = deliver(link);
        link.answer(before);
        await().until(() -> !rig.sessions.events(SessionEvents.Event.Proven.class).isEmpty());
        assertThat(isRedelivery(first, deliver(elsewhere))).isTrue();
    }

    @Test
    void enquire_link_answered_too_late_proves_nothing() {
        Arrival first = deliver(link);
        Frame.Pdu check = nextCheck(link);
        Arrival alive = deliver(link); // the session lives on, and asks again
        Frame.Pdu next = nextCheck(link);
        link.answer(check);
        link.answer(next);
        Arrival last = deliver(link);
        link.answer(nextCheck(link));
        awaitProofOf(last);
        assertThat(isRedelivery(first, deliver(elsewhere))).isTrue();
        assertThat(isRedelivery(last, deliver(elsewhere))).isFalse();
        assertThat(alive.receivedAt()).isAfter(first.receivedAt());
    }

    @Test
    void answer_that_was_never_written_is_unproven() {
        rig.inbox.hold();
        link.write(Pdus.deliverSm(1, "the same"));
        ScriptedInbox.Held first = rig.inbox.next();
        link.reset();
        RawSmsc.Link again = rig.smsc.bound();
        first.store();
        rig.inbox.answer(ScriptedInbox.stored());
        prove(again);
        assertThat(isRedelivery(first.arrival(), deliver(again))).isTrue();
        assertThat(isRedelivery(first.arrival(), deliver(elsewhere))).isTrue();
    }

    @Test
    void late_answer_is_unproven_on_any_session() {
        rig.inbox.hold();
        link.write(Pdus.deliverSm(1, "the same"));
        ScriptedInbox.Held first = rig.inbox.next();
        await().until(() ->
                first.arrival()
                        .receivedAt()
                        .plusMillis(BUDGET_MILLIS + 100)
                        .isBefore(rig.clock.get().instant()));
        first.store();
        link.readPastChecks();
        rig.inbox.answer(ScriptedInbox.stored());
        prove(link);
        assertUnproven(first.arrival());
    }

    @Test
    void answer_with_an_error_though_it_may_be_stored_is_unproven_on_any_session() {
        rig.inbox.answerWith(_ -> CompletableFuture.failedFuture(new IllegalStateException("bug")));
        assertUnproven(deliverThenStore());
    }

    @Test
    void unknown_outcome_is_unproven_on_any_session() {
        rig.inbox.answer(new Deferred(Deferred.Reason.OUTCOME_UNKNOWN));
        assertUnproven(deliverThenStore());
    }

    @Test
    void end_of_the_session_before_the_enquire_link_is_answered_leaves_it_unproven() {
        Arrival first = deliver(link);
        link.reset();
        RawSmsc.Link again = rig.smsc.bound();
        assertThat(isRedelivery(first, deliver(again))).isTrue();
        assertThat(isRedelivery(first, deliver(elsewhere))).isTrue();
    }

    private Arrival deliverThenStore() {
        Arrival first = deliver(link);
        Disposition stored = ScriptedInbox.stored();
        rig.inbox.answer(stored);
        prove(link);
        return first;
    }

    private void assertUnproven(Arrival first) {
        assertThat(isRedelivery(first, deliver(link))).isTrue();
        assertThat(isRedelivery(first, deliver(elsewhere))).isTrue();
    }

    private Arrival deliver(RawSmsc.Link over) {
        int before = rig.inbox.arrivals().size();
        over.write(Pdus.deliverSm(before + 1, "the same"));
        Frame.Pdu answer = over.read();
        while (answer.commandId() != (CommandId.DELIVER_SM | Pdus.RESPONSE)) {
            answer = over.read(); // a check that nobody answers
        }
        return rig.inbox.arrivals().get(before);
    }

    private static Frame.Pdu nextCheck(RawSmsc.Link over) {
        Frame.Pdu check = over.read();
        assertThat(check.commandId()).isEqualTo(CommandId.ENQUIRE_LINK);
        return check;
    }

    /** Something else is proven, so that the session proves on. */
    private void prove(RawSmsc.Link over) {
        Arrival other = deliver(over);
        over.answer(nextCheck(over));
        awaitProofOf(other);
    }

    private void awaitProofOf(Arrival arrival) {
        await().until(() -> isProven(arrival));
    }

    private boolean isProven(Arrival arrival) {
        return stored(arrival.origin().session()).contains(arrival.receivedAt());
    }

    private Answered stored(SessionId session) {
        return rig.sessions.events(SessionEvents.Event.Proven.class).stream()
                .filter(proven -> proven.session().equals(session))
                .map(SessionEvents.Event.Proven::answered)
                .reduce(Answered.NOTHING, (_, last) -> last);
    }

    private boolean isRedelivery(Arrival first, Arrival copy) {
        return new FormerCopy(first.origin().session(), first.receivedAt(), isProven(first))
                .isSameSms(copy, HORIZON);
    }
}
