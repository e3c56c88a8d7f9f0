package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataCodingTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x01, 0x0b, 0x0f, 0x10, 0x13, 0x40, 0x80, 0xc0, 0xc8, 0xd0, 0xdf, 0xf0, 0xf3
            })
    void carriers_default_is_the_binds_alphabet(int coding) {
        assertThat(DataCoding.alphabet(coding, of(Alphabet.GSM7))).isEqualTo(Alphabet.GSM7);
        assertThat(DataCoding.alphabet(coding, of(Alphabet.UTF8))).isEqualTo(Alphabet.UTF8);
    }

    @ParameterizedTest
    @CsvSource({
        "2, BINARY",
        "3, LATIN1",
        "4, BINARY",
        "5, BINARY",
        "6, ASCII",
        "7, ASCII",
        "8, UCS2",
        "9, BINARY",
        "10, BINARY",
        "13, BINARY",
        "14, ASCII",
        "0x14, BINARY",
        "0x18, UCS2",
        "0x28, BINARY",
        "0xe0, UCS2",
        "0xef, UCS2",
        "0xf4, BINARY",
        "0xff, BINARY"
    })
    void coding_that_names_its_alphabet_does_not_ask_the_bind(String coding, Alphabet expected) {
        assertThat(DataCoding.alphabet(Integer.decode(coding), TextRules.DEFAULT))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Alphabet.class)
    void every_octet_has_an_alphabet(Alphabet bind) {
        for (int coding = 0; coding < 256; coding++) {
            assertThat(DataCoding.alphabet(coding, of(bind))).isNotNull();
        }
    }

    @Test
    void what_is_no_octet_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataCoding.alphabet(256, TextRules.DEFAULT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataCoding.alphabet(-1, TextRules.DEFAULT));
    }

    private static TextRules of(Alphabet alphabet) {
        return new TextRules(alphabet, alphabet);
    }
}
