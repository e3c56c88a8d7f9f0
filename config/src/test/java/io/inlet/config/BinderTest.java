package io.inlet.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.config.SampleSettings.Form;
import io.inlet.config.SampleSettings.Link;
import io.inlet.config.SampleSettings.Pool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {
    @Test
    void what_is_left_out_has_its_default() {
        assertThat(Reading.of("node: a").settings())
                .isEqualTo(
                        new SampleSettings(
                                "a",
                                8080,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(10),
                                false,
                                null,
                                Form.LOWER_CASE,
                                List.of("a", "b"),
                                new Pool(4, 1),
                                null,
                                List.of()));
    }

    @Test
    void every_value_can_be_given() {
        SampleSettings settings =
                Reading.of(
                                """
                                node: 007
                                port: 0x50
                                timerLimit: 2h
                                budget: 500ms
                                strict: true
                                ceiling: 3_000_000_000
                                form: upper_case
                                tags: [no, 'x: y']
                                pool: {size: 9, spare: 0}
                                links:
                                  - name: one
                                  - {name: two, window: 20}
                                """)
                        .settings();

        assertThat(settings)
                .isEqualTo(
                        new SampleSettings(
                                "007",
                                80,
                                Duration.ofHours(2),
                                Duration.ofMillis(500),
                                true,
                                3_000_000_000L,
                                Form.UPPER_CASE,
                                List.of("no", "x: y"),
                                new Pool(9, 0),
                                null,
                                List.of(new Link("one", 10), new Link("two", 20))));
    }

    @Test
    void every_problem_is_told_at_once_with_its_line() {
        Reading reading =
                Reading.of(
                        """
                        prot: 1
                        port: eighty
                        timerLimit: 30 sec
                        strict: yes
                        form: mixed
                        tags: {a: b}
                        pool:
                          size: 0
                          spare: -1
                        links:
                          - name: one
                          - name: one
                            window: 1.5
                          - window: 2
                        port: 2
                        login: none
                        """);

        assertThat(reading.bound()).isInstanceOf(Bound.Bad.class);
        assertThat(reading.lines())
                .containsExactly(
                        "1 prot: unknown; did you mean port?",
                        "1 node: missing; it has no default",
                        "2 port: expected a whole number, found \"eighty\"",
                        "3 timerLimit: expected a whole number and its unit"
                                + " (500ms, 30s, 10m, 2h or 7d), found \"30 sec\"",
                        "4 strict: expected true or false, found \"yes\"",
                        "5 form: expected one of lower_case, upper_case, found \"mixed\"",
                        "6 tags: expected a list, found a group of settings",
                        "8 pool.size: expected 1 or more, found 0",
                        "9 pool.spare: expected 0 or more, found -1",
                        "12 links[1].name: \"one\" is taken, see line 11",
                        "13 links[1].window: expected a whole number, found \"1.5\"",
                        "14 links[2].name: missing; it has no default",
                        "15 port: given twice, first on line 2",
                        "16 login: expected a group of settings, found \"none\"");
    }

    @Test
    void a_refusal_by_a_record_stands_at_the_setting_it_names() {
        assertThat(Reading.of("node: a\nbudget: 1m\nport: 0\n").lines())
                .containsExactly(
                        "2 budget: expected less than timerLimit, found 1m",
                        "3 port: expected 1 or more, found 0");
    }

    @Test
    void a_refusal_of_a_whole_group_stands_at_its_key() {
        assertThat(Reading.of("node: a\npool: {size: 13, spare: 13}\n").lines())
                .containsExactly("2 pool: expected some luck, found none");
    }

    @Test
    void a_refusal_that_a_replaced_value_may_have_caused_is_not_told() {
        // With timerLimit replaced by its default, 40s would be refused for the wrong reason.
        assertThat(Reading.of("node: a\nbudget: 40s\ntimerLimit: 1 minute\n").lines())
                .singleElement()
                .asString()
                .startsWith("3 timerLimit:");
    }

    @ParameterizedTest
    @CsvSource({"30", "s", "-5s", "1.5s", "30S", "1w", "99999999999999999d", "'30 s'"})
    void a_duration_needs_a_whole_number_and_a_known_unit(String text) {
        assertThat(Reading.of("node: a\ntimerLimit: '" + text + "'\n").lines())
                .singleElement()
                .asString()
                .contains("expected a whole number and its unit");
    }

    @ParameterizedTest
    @CsvSource({"010", "1e3", "2147483648", "99999999999999999999", "0x1FFFFFFFF", "''", "[1]"})
    void a_whole_number_is_read_in_one_way_only(String text) {
        assertThat(Reading.of("node: a\nport: " + text + "\n").lines())
                .singleElement()
                .asString()
                .startsWith("2 port: expected");
    }

    @Test
    void a_key_without_a_value_is_refused_but_an_empty_group_or_list_is_not() {
        assertThat(Reading.of("node: a\npool:\nlinks:\n").settings().pool())
                .isEqualTo(new Pool(4, 1));
        assertThat(Reading.of("node: a\nport:\n").lines())
                .containsExactly(
                        "2 port: expected a value, found nothing;"
                                + " leave the key out for the default, 8080");
    }

    @Test
    void an_unknown_key_never_shows_its_value() {
        assertThat(Reading.of("node: a\npassword: hunter2\n").lines())
                .singleElement()
                .asString()
                .startsWith("2 password: unknown; known here: node, port")
                .doesNotContain("hunter2");
    }

    @Test
    void values_can_be_shared_by_an_alias() {
        assertThat(Reading.of("node: &n a\ntags: [*n, *n]\n").settings().tags())
                .containsExactly("a", "a");
    }
}
