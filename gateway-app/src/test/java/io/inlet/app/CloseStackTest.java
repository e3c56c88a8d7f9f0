package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CloseStackTest {
    private final List<String> ended = new ArrayList<>();
    private final CloseStack stack = new CloseStack();

    @Test
    void parts_end_in_the_opposite_order() {
        stack.push("database", () -> ended.add("database"));
        stack.push("intake", () -> ended.add("intake"));
        stack.close();

        assertThat(ended).containsExactly("intake", "database");
    }

    @Test
    void one_that_fails_does_not_keep_the_others() {
        stack.push("database", () -> ended.add("database"));
        stack.push("intake", CloseStackTest::fail);
        stack.close();

        assertThat(ended).containsExactly("database");
    }

    @Test
    void nothing_ends_twice() {
        stack.push("database", () -> ended.add("database"));
        stack.close();
        stack.close();

        assertThat(ended).hasSize(1);
    }

    @Test
    void what_comes_after_the_end_is_ended_at_once() {
        stack.close();

        assertThatThrownBy(() -> stack.push("database", () -> ended.add("database")))
                .isInstanceOf(CommandFailure.class);
        assertThat(ended).containsExactly("database");
    }

    private static void fail() {
        throw new IllegalStateException("stuck");
    }
}
