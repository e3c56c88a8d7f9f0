package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @Test
    void no_text_form_shows_a_number_or_content() {
        assertThat(new Msisdn("4915112345678").toString()).isEqualTo("***********78");
        assertThat(new Address(1, 1, "4915112345678").toString()).doesNotContain("49151");
        assertThat(Octets.hex("2704150a").toString()).isEqualTo("4 octets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "1234567890123456", "+4915112345678", "12a", "١٢٣٤"})
    void what_is_no_msisdn_is_refused_without_repeating_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Msisdn(text))
                .withMessage("an MSISDN is 3 to 15 decimal digits");
    }

    @Test
    void octets_are_equal_by_content() {
        assertThat(Octets.hex("0aff")).isEqualTo(Octets.wrap(new byte[] {10, -1}));
        assertThat(Octets.hex("0aff").hashCode()).isEqualTo(Octets.hex("0aff").hashCode());
        assertThat(Octets.hex("0aff").at(1)).isEqualTo(255);
        assertThat(Octets.hex("0a0b0c").slice(1, 2)).isEqualTo(Octets.hex("0b"));
        assertThat(Octets.hex("0aff").toHex()).isEqualTo("0aff");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "1, 0", "1, 2", "256, 1", "2, 3"})
    void part_that_cannot_be_is_refused(int total, int part) {
        assertThat(Concatenation.isValid(total, part)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Concatenation(1, 8, total, part));
    }

    @Test
    void reference_of_another_width_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Concatenation(1, 7, 1, 1));
        assertThat(new Concatenation(1, 8, 2, 1)).isNotEqualTo(new Concatenation(1, 16, 2, 1));
    }
}
