package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeptetsTest {
    private static final int LANGUAGES = 14;
    private static final int SPANISH = 2;

    @ParameterizedTest
    @CsvSource({
        "0, 128, 10",
        "1, 128, 17",
        "2, 128, 19",
        "3, 128, 37",
        "4, 115, 82",
        "5, 121, 70",
        "6, 128, 88",
        "7, 121, 73",
        "8, 121, 82",
        "9, 117, 75",
        "10, 111, 76",
        "11, 103, 77",
        "12, 121, 78",
        "13, 128, 90",
    })
    void tables_have_as_many_characters_as_the_specification(
            int language, int locking, int single) {
        assertThat(filled(Septets.locking(language))).isEqualTo(locking);
        assertThat(filled(Septets.single(language))).isEqualTo(single);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 07, ı, 49, İ",
        "1, 40, İ, 73, ş",
        "2, 07, ì, 6f, ó",
        "3, 15, ∞, 05, ê",
        "3, 7d, `, 7f, â",
        "4, 7f, ৱ, 2e, ৵",
        "5, 11, ઑ, 1c, ૦",
        "6, 3c, ऩ, 3a, ॱ",
        "7, 24, ಡ, 27, ೱ",
        "8, 7f, ൹, 2e, ൺ",
        "9, 45, ' ', 20, ୪",
        "10, 7f, ੴ, 2d, ੵ",
        "11, 3c, ன, 2e, ௺",
        "12, 00, ఁ, 32, ౿",
        "13, 00, ا, 3f, ۔",
    })
    void spot_characters_are_where_the_specification_has_them(
            int language, String locking, char lockingChar, String single, char singleChar) {
        char expected = lockingChar == ' ' ? Septets.NOTHING : lockingChar;
        assertThat(Septets.locking(language)[Integer.parseInt(locking, 16)]).isEqualTo(expected);
        assertThat(Septets.single(language)[Integer.parseInt(single, 16)]).isEqualTo(singleChar);
    }

    @Test
    void every_table_escapes_and_ends_lines_in_the_same_place() {
        for (int language = 0; language < LANGUAGES; language++) {
            char[] locking = Septets.locking(language);
            assertThat(locking).hasSize(Septets.COUNT);
            assertThat(locking[0x1b]).isEqualTo(Septets.ESCAPE);
            assertThat(locking[0x0a]).isEqualTo('\n');
            assertThat(locking[0x0d]).isEqualTo('\r');
            assertThat(locking[0x20]).isEqualTo(' ');
            assertThat(new String(locking, 0x30, 10)).isEqualTo("0123456789");
            assertThat(new String(locking, 0x61, 26)).isEqualTo("abcdefghijklmnopqrstuvwxyz");
            assertThat(Septets.single(language)[0x1b]).isEqualTo(Septets.NOTHING);
            assertThat(Septets.single(language)[0x0d]).isEqualTo(Septets.NOTHING);
            assertThat(Septets.single(language)[0x0a]).isEqualTo('\n');
            assertThat(Septets.single(language)[0x65]).isEqualTo('€');
        }
    }

    @Test
    void locking_table_has_each_character_once() {
        for (int language = 0; language < LANGUAGES; language++) {
            Set<Character> seen = new HashSet<>();
            for (char c : Septets.locking(language)) {
                assertThat(c == Septets.NOTHING || seen.add(c))
                        .as("%04x of language %s once", (int) c, language)
                        .isTrue();
                assertThat(c == Septets.NOTHING || Character.isDefined(c)).isTrue();
            }
        }
    }

    @Test
    void language_without_a_table_has_the_default() {
        assertThat(Septets.locking(SPANISH)).isSameAs(Septets.locking(0));
        assertThat(Septets.locking(LANGUAGES)).isSameAs(Septets.locking(0));
        assertThat(Septets.single(255)).isSameAs(Septets.single(0));
    }

    private static int filled(char[] table) {
        int filled = 0;
        for (char c : table) {
            filled += c == Septets.NOTHING ? 0 : 1;
        }
        return filled;
    }
}
