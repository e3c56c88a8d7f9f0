package io.inlet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "node: [a",
                "node: \"a",
                "node: a\n\tport: 1",
                "node: @a",
                "node: a\n---\nnode: b",
                "node: *nobody",
                "? [a]\n: b",
                "a: b: c",
                "node: \u0001"
            })
    void what_is_not_yaml_is_a_problem_with_a_line(String text) {
        assertThat(Reading.of(text).problems())
                .isNotEmpty()
                .extracting(Problem::line)
                .allMatch(line -> line != null && line >= 1);
    }

    @Test
    void a_syntax_error_does_not_quote_the_line_which_may_hold_a_secret() {
        List<String> lines = Reading.of("node: a\npassword: hunter2: x\n").lines();

        assertThat(lines).anyMatch(it -> it.startsWith("2 : not readable as YAML"));
        assertThat(String.join("\n", lines)).doesNotContain("hunter2");
    }

    @Test
    void a_value_that_contains_itself_ends() {
        assertThat(Reading.of("node: a\ntags: &t [*t]\n").problems()).isNotEmpty();
    }

    @Test
    void aliases_cannot_be_piled_up() {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(Reading.of(text.toString()).problems()).isNotEmpty();
    }
}
