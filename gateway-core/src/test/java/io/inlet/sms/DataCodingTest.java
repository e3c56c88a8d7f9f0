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
        "5, JIS_X_0208",
        "6, ISO_8859_5",
        "7, ISO_8859_8",
        "8, UCS2",
        "9, BINARY",
        "10, ISO_2022_JP",
        "13, JIS_X_0212",
        "14, KS_C_5601",
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

    @ParameterizedTest
    @CsvSource({
        "0x00,", "0x04,", "0x0f,", "0x10, 0", "0x13, 3", "0x16, 2", "0x1b, 3", "0x23,", "0x31, 1",
        "0x43,", "0x51, 1", "0x7f, 3", "0x81,", "0xbf,", "0xc1,", "0xe3,", "0xf0, 0", "0xf5, 1",
        "0xfb, 3"
    })
    void message_class_is_told_by_the_groups_that_have_one(String coding, Integer messageClass) {
        assertThat(encoding(coding).messageClass()).isEqualTo(messageClass);
    }

    @ParameterizedTest
    @CsvSource({
        "0xc0, VOICEMAIL, false, false",
        "0xc9, FAX, true, false",
        "0xd2, EMAIL, false, true",
        "0xdb, OTHER, true, true",
        "0xe8, VOICEMAIL, true, true"
    })
    void message_waiting_tells_what_waits(
            String coding, MessageWaiting.Kind kind, boolean active, boolean stored) {
        assertThat(encoding(coding).messageWaiting())
                .isEqualTo(new MessageWaiting(kind, active, stored));
    }

    @Test
    void other_codings_tell_no_message_waiting() {
        for (int coding = 0; coding < 256; coding++) {
            boolean waiting = coding >= 0xc0 && coding < 0xf0;
            assertThat(new Encoding(coding, Alphabet.GSM7).messageWaiting() != null)
                    .isEqualTo(waiting);
        }
    }

    @Test
    void compressed_text_is_binary() {
        for (int coding : new int[] {0x20, 0x2a, 0x3f, 0x60, 0x7b}) {
            Encoding encoding = DataCoding.read(coding, TextRules.DEFAULT);
            assertThat(encoding.isCompressed()).isTrue();
            assertThat(encoding.isBinary()).isTrue();
        }
        assertThat(new Encoding(0xe0, Alphabet.UCS2).isCompressed()).isFalse();
        assertThat(new Encoding(0x08, Alphabet.UCS2).isCompressed()).isFalse();
    }

    @Test
    void alphabets_of_the_table_come_back_by_their_usual_coding() {
        for (Alphabet alphabet : Alphabet.values()) {
            Encoding usual = Encoding.of(alphabet);
            assertThat(DataCoding.alphabet(usual.dataCoding(), of(alphabet))).isEqualTo(alphabet);
        }
    }

    private static Encoding encoding(String coding) {
        return DataCoding.read(Integer.decode(coding), TextRules.DEFAULT);
    }

    private static TextRules of(Alphabet alphabet) {
        return new TextRules(alphabet, alphabet, NameAlphabet.AUTO);
    }
}
