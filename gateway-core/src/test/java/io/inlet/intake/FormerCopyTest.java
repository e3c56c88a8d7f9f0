package io.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.Answered;
import io.inlet.sms.Answered.Gap;
import io.inlet.sms.Arrival;
import io.inlet.sms.SegmentFixture;
import io.inlet.sms.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Invariant 3, case by case as docs/adr/0006 lists them. */
class FormerCopyTest {
    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = T.plusSeconds(60);
    private static final Duration HORIZON = Duration.ofDays(2);
    private static final SessionId ITS = new SessionId(new UUID(1, 1));
    private static final SessionId OTHER = new SessionId(new UUID(1, 2));
    private static final FormerCopy UNPROVEN = new FormerCopy(ITS, T, false);
    private static final FormerCopy PROVEN = new FormerCopy(ITS, T, true);

    @Test
    void on_another_session_the_stored_proof_decides() {
        Arrival copy = copy(OTHER, LATER, Answered.before(LATER));
        assertThat(UNPROVEN.isSameSms(copy, HORIZON)).isTrue();
        assertThat(PROVEN.isSameSms(copy, HORIZON)).isFalse();
    }

    @Test
    void on_its_own_session_what_was_answered_when_the_copy_was_read_decides() {
        Answered nothing = Answered.before(T);
        Answered it = Answered.before(T.plusMillis(1));
        Answered allButIt = new Answered(LATER, List.of(new Gap(T, T)));
        assertThat(UNPROVEN.isSameSms(copy(ITS, LATER, it), HORIZON)).isFalse();
        assertThat(PROVEN.isSameSms(copy(ITS, LATER, nothing), HORIZON)).isTrue();
        assertThat(UNPROVEN.isSameSms(copy(ITS, LATER, allButIt), HORIZON)).isTrue();
    }

    @Test
    void whatever_the_proof_one_that_came_before_is_the_same() {
        assertThat(PROVEN.isSameSms(copy(OTHER, T, Answered.before(LATER)), HORIZON)).isTrue();
        assertThat(PROVEN.cameAfter(copy(OTHER, T.plusNanos(999), Answered.NOTHING))).isTrue();
        assertThat(PROVEN.cameAfter(copy(OTHER, T.plusNanos(1_000), Answered.NOTHING))).isFalse();
    }

    @Test
    void beyond_the_horizon_it_is_another_without_proof() {
        Instant end = T.plus(HORIZON);
        Arrival last = copy(OTHER, end.minusMillis(1), Answered.NOTHING);
        assertThat(UNPROVEN.isSameSms(last, HORIZON)).isTrue();
        assertThat(UNPROVEN.isSameSms(copy(OTHER, end, Answered.NOTHING), HORIZON)).isFalse();
    }

    private static Arrival copy(SessionId session, Instant at, Answered answered) {
        return SegmentFixture.saying("text").on(session).at(at).answered(answered).build();
    }
}
