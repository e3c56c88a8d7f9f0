package io.inlet.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DigitPatternTest {
    @Test
    void pattern_fits_what_the_same_regular_expression_fits() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String pattern = random(random, "01?*", 1 + random.nextInt(5));
            if (pattern.chars().filter(c -> c == '*').count() <= 2) {
                String digits = random(random, "01", random.nextInt(7));
                String same = pattern.replace("?", "[0-9]").replace("*", "[0-9]*");
                assertThat(new DigitPattern(pattern).fits(digits))
                        .as("%s on %s", pattern, digits)
                        .isEqualTo(Pattern.matches(same, digits));
            }
        }
    }

    @Test
    void digits_before_the_first_sign_and_after_the_last_are_told() {
        assertThat(new DigitPattern("49?30*77").prefix()).isEqualTo("49");
        assertThat(new DigitPattern("49?30*77").suffix()).isEqualTo("77");
        assertThat(new DigitPattern("*").prefix()).isEmpty();
        assertThat(new DigitPattern("4930").suffix()).isEqualTo("4930");
    }

    @Test
    void pattern_is_bounded() {
        for (String text : new String[] {"", "+49", "49%", "***", "?".repeat(16)}) {
            assertThatThrownBy(() -> new DigitPattern(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("pattern: ");
        }
    }

    private static String random(Random random, String signs, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }
}
