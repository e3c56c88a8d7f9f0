package io.inlet.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairShareTest {
    @Test
    void who_is_alone_gets_a_half_and_who_comes_later_a_half_of_the_rest() {
        FairShare<String> share = new FairShare<>(100, 1);
        assertThat(entered(share, "a")).isEqualTo(50);
        assertThat(entered(share, "b")).isEqualTo(25);
        assertThat(share.enter("c")).isTrue();
        assertThat(share.taken()).isEqualTo(76);
    }

    @Test
    void of_four_times_what_is_free_one_that_is_alone_gets_four_fifths() {
        assertThat(entered(new FairShare<>(100, 4), "a")).isEqualTo(80);
        assertThat(entered(new FairShare<>(1, 4), "a")).isEqualTo(1);
    }

    @Test
    void what_is_given_back_can_be_had_again() {
        FairShare<String> share = new FairShare<>(2, 1);
        assertThat(share.enter("a")).isTrue();
        assertThat(share.enter("a")).isFalse();
        assertThat(share.enter("b")).isTrue();
        assertThat(share.enter("c")).isFalse();
        share.leave("b");
        assertThat(share.enter("c")).isTrue();
        share.leave("a");
        share.leave("c");
        assertThat(share.taken()).isZero();
    }

    private static int entered(FairShare<String> share, String who) {
        int entered = 0;
        while (share.enter(who)) {
            entered++;
        }
        return entered;
    }
}
