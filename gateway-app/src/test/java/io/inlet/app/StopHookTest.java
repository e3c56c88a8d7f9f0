package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class StopHookTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CloseStack stack = new CloseStack();

    @Test
    void a_stop_waits_for_the_part_that_is_being_made() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        stack.push("first", closed::countDown);
        StopHook hook = new StopHook(stack, () -> told.add("stopping"));
        Thread stop = Thread.ofPlatform().start(hook::stop);
        closed.await();

        assertThat(stop.join(Duration.ofMillis(200))).as("it waits").isFalse();
        hook.startEnded();
        assertThat(stop.join(Duration.ofSeconds(30))).isTrue();
        assertThat(told).containsExactly("stopping");
    }

    @Test
    void nothing_is_announced_after_the_end() {
        stack.close();
        new StopHook(stack, () -> told.add("stopping")).stop();

        assertThat(told).isEmpty();
    }
}
