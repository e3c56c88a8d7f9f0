package io.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TurnsTest {
    private final Turns turns = new Turns();

    @Test
    void lane_with_little_at_hand_takes_the_turn_when_the_other_gives_it_back() throws Exception {
        assertThat(turns.take(1)).isTrue();
        FutureTask<Boolean> other = new FutureTask<>(this::untilItIsOurs);
        Thread.ofVirtual().start(other);
        turns.giveBack();
        assertThat(other.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void lane_with_much_at_hand_needs_no_turn() throws InterruptedException {
        assertThat(turns.take(1_000)).isFalse();
        assertThat(turns.take(1)).isTrue();
        assertThat(turns.take(1_000)).isFalse();
    }

    @Test
    void nobody_waits_for_long_behind_a_commit_that_hangs() throws InterruptedException {
        assertThat(turns.take(1)).isTrue();
        assertThat(turns.take(1)).isFalse();
    }

    private boolean untilItIsOurs() throws InterruptedException {
        boolean ours = false;
        while (!ours) {
            ours = turns.take(1);
        }
        return ours;
    }
}
