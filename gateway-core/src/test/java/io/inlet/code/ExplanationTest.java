package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CodeExplanation.Named;
import io.inlet.code.CodeExplanation.PassedOver;
import io.inlet.code.CodeExplanation.Sign;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static CodeExplanation explain(String text) {
        return new CueExtractor().explain(text, "");
    }

    @Test
    void number_that_a_word_takes_names_the_word() {
        List<Sign> signs = explain("Your Order 551209 is paid.").candidates().getFirst().signs();
        assertThat(signs).contains(new Sign("role", -2, "Order"));
        assertThat(signs).filteredOn(s -> s.phrase() != null).hasSize(1);
    }

    @Test
    void number_of_no_codes_length_says_so() {
        List<PassedOver> passed =
                explain("Hello, 12 of 123456789012345 and A7 too, 7.25").passedOver();
        assertThat(passed)
                .extracting(PassedOver::because)
                .containsExactly(
                        "shape, too short: 2 digits, and a code has 3 or more",
                        "shape, too long: 15 digits, and a code has 10 at most",
                        "shape, too short: 2 letters and digits, and a code has 4 or more",
                        "shape");
    }

    @Test
    void circumstances_are_told_apart_from_signs() {
        var weighed = explain("Hello, to log in within 2 minutes: 482913").candidates().getFirst();
        assertThat(weighed.signs()).extracting(Sign::reason).containsExactly("asked_for");
        assertThat(weighed.circumstances())
                .extracting(Sign::reason)
                .contains("after_colon", "six_digits")
                .doesNotContain("asked_for");
    }

    @Test
    void brands_are_told_likeliest_first_and_three_at_most() {
        String text = "Lindenhof: 482913 is your login code for Ahorn, Eiche, Buche and Tanne.";
        CodeExplanation explained = new CueExtractor().explain(text, "EICHE");
        assertThat(explained.brands()).hasSize(3);
        assertThat(explained.brands().getFirst().name()).isEqualTo(explained.reading().brand());
        assertThat(explained.brands())
                .extracting(Named::odds)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(explained.brands()).extracting(Named::source).contains("text", "sender");
    }

    @Test
    void brand_by_prefix_or_host_says_so_and_no_code_has_none() {
        assertThat(explain("G-482913 is your code").brands())
                .containsExactly(new Named("Google", "prefix", null));
        assertThat(explain("Your code is 482913.\n@lindenhof.example #482913").brands())
                .extracting(Named::source)
                .contains("host");
        assertThat(explain("Are you there, Lindenhof?").brands()).isEmpty();
    }
}
