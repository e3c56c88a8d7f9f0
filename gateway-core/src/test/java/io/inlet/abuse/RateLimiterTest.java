package io.inlet.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateLimiter<String> limiter = new RateLimiter<>(3, nanos::get);
    private final Rate rate = new Rate(10, 3);

    @Test
    void so_many_pass_at_once_and_then_one_at_a_time() {
        assertThat(limiter.take("a", rate).remaining()).isEqualTo(2);
        assertThat(limiter.take("a", rate).remaining()).isEqualTo(1);
        assertThat(limiter.take("a", rate).remaining()).isZero();
        Allowance refused = limiter.take("a", rate);
        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(99));
        assertThat(limiter.take("a", rate).retryAfter()).isEqualTo(Duration.ofMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(limiter.take("a", rate).isGranted()).isTrue();
        assertThat(limiter.take("a", rate).isGranted()).isFalse();
    }

    @Test
    void what_is_refused_does_not_count() {
        for (int i = 0; i < 100; i++) {
            limiter.take("a", rate);
        }
        pass(Duration.ofMillis(300));
        assertThat(limiter.take("a", rate).remaining()).isEqualTo(2);
    }

    @Test
    void each_key_has_its_own_count() {
        for (int i = 0; i < 3; i++) {
            limiter.take("a", rate);
        }
        assertThat(limiter.take("b", rate).isGranted()).isTrue();
    }

    @Test
    void keys_that_rest_are_forgotten_and_no_more_than_so_many_are_remembered() {
        limiter.take("a", rate);
        limiter.take("b", rate);
        limiter.take("c", rate);
        assertThat(limiter.take("d", rate).isGranted()).isTrue();
        assertThat(limiter.size()).isEqualTo(3);
        pass(Duration.ofSeconds(1));
        limiter.take("d", rate);
        assertThat(limiter.size()).isEqualTo(1);
    }

    @Test
    void rate_has_bounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(1, 0))
                .withMessageContaining("1 to 1,000,000 a second");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
