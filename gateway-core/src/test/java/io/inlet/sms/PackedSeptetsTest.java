package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedSeptetsTest {
    private static final String HEADER = "050003420201";

    private static UserData packed(String headerHex, String text) {
        Octets header = Octets.hex(headerHex);
        return new UserData(Alphabet.GSM7_PACKED, header, Octets.wrap(pack(text, header.length())));
    }

    /** Packs as TS 23.038 describes it, bit by bit. */
    static byte[] pack(String text, int headerOctets) {
        int fill = (7 - headerOctets * 8 % 7) % 7;
        byte[] packed = new byte[(fill + text.length() * 7 + 7) / 8];
        for (int i = 0; i < text.length() * 7; i++) {
            if ((text.charAt(i / 7) >> i % 7 & 1) != 0) {
                int bit = fill + i;
                packed[bit / 8] |= (byte) (1 << bit % 8);
            }
        }
        return packed;
    }

    @Test
    void known_octets_are_read_as_hello() {
        var data = new UserData(Alphabet.GSM7_PACKED, Octets.EMPTY, Octets.hex("e8329bfd06"));
        assertThat(TextDecoder.decode(List.of(data))).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "050003420201",
                "06080412340201",
                "0400013402",
                "03000102",
                "020100",
                "0100"
            })
    void fill_bits_after_a_header_of_any_length_are_left_out(String header) {
        for (int length = 1; length < 20; length++) {
            String text = "Terminal 4 parking x9".substring(0, length);
            assertThat(TextDecoder.decode(List.of(packed(header, text)))).isEqualTo(text);
        }
    }

    @Test
    void each_part_starts_at_its_own_boundary() {
        String first = "a".repeat(152) + "b";
        List<UserData> parts = List.of(packed(HEADER, first), packed("050003420202", "c"));
        assertThat(TextDecoder.decode(parts)).isEqualTo(first + "c");
    }

    @Test
    void seven_spare_bits_are_no_character() {
        assertThat(TextDecoder.decode(List.of(packed("", "seven c")))).isEqualTo("seven c");
        assertThat(TextDecoder.decode(List.of(packed("", "seven c\r")))).isEqualTo("seven c");
    }

    @Test
    void full_part_keeps_its_last_character_whatever_it_is() {
        String text = "a".repeat(152) + "\0";
        assertThat(TextDecoder.decode(List.of(packed(HEADER, text)))).endsWith("a@").hasSize(153);
    }

    @Test
    void header_without_text_is_empty() {
        assertThat(PackedSeptets.unpack(new byte[0], 6)).isEmpty();
        assertThat(PackedSeptets.unpack(new byte[1], 6)).isEmpty();
        assertThat(PackedSeptets.unpack("a".getBytes(StandardCharsets.US_ASCII), 0)).hasSize(1);
    }
}
