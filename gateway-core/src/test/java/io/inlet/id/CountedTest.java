package io.inlet.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void one_is_no_plural() {
        assertThat(Counted.of(1, "bind")).isEqualTo("1 bind");
        assertThat(Counted.of(0, "bind")).isEqualTo("0 binds");
        assertThat(Counted.of(2, "new number")).isEqualTo("2 new numbers");
    }
}
