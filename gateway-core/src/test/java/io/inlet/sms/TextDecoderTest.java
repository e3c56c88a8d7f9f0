package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
    private static String decode(Alphabet alphabet, String... hexParts) {
        return TextDecoder.decode(
                Arrays.stream(hexParts)
                        .map(hex -> new UserData(alphabet, Octets.EMPTY, Octets.hex(hex)))
                        .toList());
    }

    private static UserData gsm(String header, String septets) {
        return new UserData(Alphabet.GSM7, Octets.hex(header), Octets.hex(septets));
    }

    @Test
    void gsm_basic_table_is_read_whole() {
        byte[] septets = new byte[128];
        for (int i = 0; i < septets.length; i++) {
            septets[i] = (byte) (i == 0x1b ? ' ' : i);
        }
        String text =
                TextDecoder.decode(
                        List.of(new UserData(Alphabet.GSM7, Octets.EMPTY, Octets.wrap(septets))));
        assertThat(text)
                .isEqualTo(
                        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                                + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                                + "¿abcdefghijklmnopqrstuvwxyzäöñüà");
    }

    @Test
    void gsm_extension_table_is_read_after_an_escape() {
        assertThat(
                        decode(
                                Alphabet.GSM7,
                                "1b14 1b28 1b29 1b2f 1b3c 1b3d 1b3e 1b40 1b65".replace(" ", "")))
                .isEqualTo("^{}\\[~]|€");
        assertThat(decode(Alphabet.GSM7, "411b0a42")).isEqualTo("A\nB");
    }

    @Test
    void escape_that_no_table_knows_is_a_space_and_never_nul() {
        assertThat(decode(Alphabet.GSM7, "1b41")).isEqualTo(" A");
        assertThat(decode(Alphabet.GSM7, "411b1b42")).isEqualTo("A B");
        assertThat(decode(Alphabet.GSM7, "411b")).isEqualTo("A ");
        assertThat(decode(Alphabet.GSM7, "1b1b65")).isEqualTo(" e");
        assertThat(decode(Alphabet.GSM7, "1be9")).isEqualTo(" é");
    }

    @Test
    void escape_split_over_two_parts_is_one_character() {
        assertThat(decode(Alphabet.GSM7, "351b", "6535")).isEqualTo("5€5");
    }

    @Test
    void gsm_octet_with_its_top_bit_set_is_read_as_latin_1() {
        assertThat(decode(Alphabet.GSM7, "e9 80 41".replace(" ", ""))).isEqualTo("é\uFFFDA");
    }

    @Test
    void ascii_and_latin_1_keep_what_they_have_and_mark_the_rest() {
        assertThat(decode(Alphabet.ASCII, "4a757374e940245f5b00"))
                .isEqualTo("Just\uFFFD@$_[\uFFFD");
        assertThat(decode(Alphabet.LATIN1, "43616fe90d0a09")).isEqualTo("Caoé\r\n\t");
        assertThat(decode(Alphabet.LATIN1, "001f7f809fa0"))
                .isEqualTo("\uFFFD".repeat(5) + "\u00a0");
    }

    @Test
    void ucs2_is_big_endian_unless_a_byte_order_mark_says_else() {
        assertThat(decode(Alphabet.UCS2, "4f60597d")).isEqualTo("你好");
        assertThat(decode(Alphabet.UCS2, "feff4f60597d")).isEqualTo("你好");
        assertThat(decode(Alphabet.UCS2, "fffe604f7d59")).isEqualTo("你好");
        assertThat(decode(Alphabet.UCS2, "feff4f60", "feff597d")).isEqualTo("你好");
    }

    @Test
    void surrogate_pair_split_over_two_parts_is_one_emoji() {
        assertThat(decode(Alphabet.UCS2, "0041d83d", "de000042")).isEqualTo("A😀B");
        assertThat(decode(Alphabet.UCS2, "0041d8", "3dde000042")).isEqualTo("A😀B");
    }

    @Test
    void broken_ucs2_is_marked_where_it_is_broken() {
        assertThat(decode(Alphabet.UCS2, "d83d0041")).isEqualTo("\uFFFDA");
        assertThat(decode(Alphabet.UCS2, "de000041")).isEqualTo("\uFFFDA");
        assertThat(decode(Alphabet.UCS2, "d83dd83dde00")).isEqualTo("\uFFFD😀");
        assertThat(decode(Alphabet.UCS2, "0041d83d")).isEqualTo("A\uFFFD");
        assertThat(decode(Alphabet.UCS2, "004142")).isEqualTo("A\uFFFD");
        assertThat(decode(Alphabet.UCS2, "0000000b0041")).isEqualTo("\uFFFD\uFFFDA");
        assertThat(decode(Alphabet.UCS2, "41")).isEqualTo("\uFFFD");
    }

    @Test
    void ascii_text_under_ucs2_is_recognised() {
        byte[] ascii = "Your code is 271 604".getBytes(StandardCharsets.US_ASCII);
        UserData data = new UserData(Alphabet.UCS2, Octets.EMPTY, Octets.wrap(ascii));
        assertThat(TextDecoder.decode(List.of(data))).isEqualTo("Your code is 271 604");
    }

    @Test
    void utf8_split_over_two_parts_is_joined() {
        assertThat(decode(Alphabet.UTF8, "c3a9f09f", "9880")).isEqualTo("é😀");
        assertThat(decode(Alphabet.UTF8, "efbbbf41")).isEqualTo("A");
        assertThat(decode(Alphabet.UTF8, "41ff00eda080"))
                .startsWith("A\uFFFD\uFFFD")
                .doesNotContain("\0");
    }

    @Test
    void binary_is_shown_as_hexadecimal() {
        assertThat(decode(Alphabet.BINARY, "00ff", "1b")).isEqualTo("00ff1b");
    }

    @Test
    void national_tables_are_read_as_the_header_of_each_part_says() {
        UserData turkish = gsm("03240101", "4b1b49731b73"); // K escape İ s escape ş
        assertThat(TextDecoder.decode(List.of(turkish))).isEqualTo("Kİsş");
        UserData urdu = gsm("0625010d24010d", "00020d" + "1b1c");
        assertThat(TextDecoder.decode(List.of(urdu))).isEqualTo("اب\r۰");
        UserData plain = gsm("", "4b1b49");
        assertThat(TextDecoder.decode(List.of(turkish, plain))).isEqualTo("KİsşK I");
    }

    @Test
    void national_tables_are_read_from_packed_septets_too() {
        byte[] packed = PackedSeptetsTest.pack("\u001bI1", 4);
        var data = new UserData(Alphabet.GSM7_PACKED, Octets.hex("03240101"), Octets.wrap(packed));
        assertThat(TextDecoder.decode(List.of(data))).isEqualTo("İ1");
    }

    @Test
    void escape_split_over_two_parts_of_one_language_is_one_character() {
        UserData first = gsm("080003070201" + "240101", "4b1b");
        UserData last = gsm("080003070202" + "240101", "7331");
        assertThat(TextDecoder.decode(List.of(first, last))).isEqualTo("Kş1");
    }

    @Test
    void septet_that_its_table_lacks_is_marked() {
        UserData tamil = gsm("0325010b", "00300c31");
        assertThat(TextDecoder.decode(List.of(tamil))).isEqualTo("\uFFFD0\uFFFD1");
    }

    @Test
    void cyrillic_hebrew_and_korean_are_read() {
        assertThat(decode(Alphabet.ISO_8859_5, "bad1d43132")).isEqualTo("Кбд12");
        assertThat(decode(Alphabet.ISO_8859_8, "e7e5e33900")).isEqualTo("חוד9\uFFFD");
        assertThat(decode(Alphabet.KS_C_5601, "c4da", "b5e53738")).isEqualTo("코드78");
        assertThat(decode(Alphabet.KS_C_5601, "c4")).isEqualTo("\uFFFD");
    }

    @Test
    void japanese_is_read_in_whatever_form_it_comes() {
        String codeIs = "コード";
        assertThat(decode(Alphabet.JIS_X_0208, "2533213c2549")).isEqualTo(codeIs);
        assertThat(decode(Alphabet.JIS_X_0208, "a5b3a1bca5c93432")).isEqualTo(codeIs + "42");
        assertThat(decode(Alphabet.JIS_X_0208, "8352815b8368203432")).isEqualTo(codeIs + " 42");
        assertThat(decode(Alphabet.JIS_X_0208, "1b24422533213c25491b28423432"))
                .isEqualTo(codeIs + "42");
        assertThat(decode(Alphabet.ISO_2022_JP, "1b24422533213c", "25491b28423432"))
                .isEqualTo(codeIs + "42");
        assertThat(decode(Alphabet.ISO_2022_JP, "1b83528368")).isEqualTo("\uFFFDコド");
        assertThat(decode(Alphabet.JIS_X_0212, "3021")).isEqualTo("丂");
        assertThat(decode(Alphabet.JIS_X_0212, "8fb0a13432")).isEqualTo("丂42");
    }

    @Test
    void ascii_under_a_japanese_coding_is_recognised() {
        for (Alphabet alphabet : List.of(Alphabet.JIS_X_0208, Alphabet.JIS_X_0212)) {
            assertThat(decode(alphabet, "434f4445203432")).isEqualTo("CODE 42");
            assertThat(decode(alphabet, "343231303938")).isEqualTo("421098");
        }
        assertThat(decode(Alphabet.ISO_2022_JP, "434f44452b3432")).isEqualTo("CODE+42");
    }

    @Test
    void parts_in_different_alphabets_are_read_each_in_its_own() {
        var first = new UserData(Alphabet.GSM7, Octets.EMPTY, Octets.hex("0041"));
        var second = new UserData(Alphabet.UCS2, Octets.EMPTY, Octets.hex("0041d83d"));
        var third = new UserData(Alphabet.LATIN1, Octets.EMPTY, Octets.hex("e9"));
        assertThat(TextDecoder.decode(List.of(first, second, third))).isEqualTo("@AA\uFFFDé");
    }

    @Test
    void no_parts_are_no_text() {
        assertThat(TextDecoder.decode(List.of())).isEmpty();
    }
}
