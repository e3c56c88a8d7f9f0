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
