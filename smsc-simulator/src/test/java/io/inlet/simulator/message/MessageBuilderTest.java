package io.inlet.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageBuilderTest {
    private static final int TEXT_AT = 16 + 1 + 3 + 3 + 3 + 10;

    private static MessageBuilder message(String text) {
        return OutgoingMessage.to("+999").text(text);
    }

    private static List<String> bodies(OutgoingMessage message, int headerOctets) {
        return message.pdus().stream()
                .map(pdu -> pdu.slice(TEXT_AT + headerOctets, pdu.length()))
                .map(body -> new String(body.array(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Test
    void a_deliver_sm_is_laid_out_as_the_specification_says() {
        OutgoingMessage message = OutgoingMessage.to("+999").from("AB").text("hi@").build();

        String expected =
                "0000002900000005"
                        + "0000000000000000"
                        + "00" // service_type
                        + "0500414200" // source
                        + "010139393900" // destination
                        + "000000000000000000" // esm_class to sm_default_msg_id
                        + "03686900";
        assertThat(message.pdus().getFirst().toHex()).isEqualTo(expected);
    }

    @Test
    void as_many_parts_are_made_as_asked_for() {
        OutgoingMessage message = message("abcdefg").split(Split.UDH8, 3).build();
        assertThat(bodies(message, 6)).containsExactly("abc", "def", "g");

        message = message("abcd").split(Split.UDH8, 3).build();
        assertThat(bodies(message, 6)).containsExactly("a", "b", "cd");
    }

    @Test
    void a_part_may_go_twice_or_never() {
        OutgoingMessage message = message("abc").split(Split.UDH8, 3).order(3, 1, 1).build();
        assertThat(bodies(message, 6)).containsExactly("c", "a", "a");
    }

    @Test
    void packed_septets_are_laid_out_as_the_specification_says() {
        OutgoingMessage alone = message("hellohello").as(Coding.GSM7_PACKED).build();
        assertThat(alone.pdus().getFirst().slice(TEXT_AT, TEXT_AT + 9).toHex())
                .isEqualTo("e8329bfd4697d9ec37");

        OutgoingMessage part = message("a").as(Coding.GSM7_PACKED).split(Split.UDH8, 1).build();
        assertThat(part.pdus().getFirst().slice(TEXT_AT, TEXT_AT + 7).toHex())
                .as("a fill bit behind a header of six octets")
                .isEqualTo("050003010101c2");
    }

    @Test
    void further_information_elements_share_the_header_of_a_part() {
        OutgoingMessage message =
                message("a").split(Split.UDH8, 1).udh(Octets.hex("240101")).build();
        assertThat(message.pdus().getFirst().slice(TEXT_AT, TEXT_AT + 10).toHex())
                .isEqualTo("0800030101012401" + "0161");
    }

    @Test
    void a_damaged_pdu_keeps_its_framing() {
        Octets whole = message("abc").build().pdus().getFirst();
        Octets damaged =
                message("abc").cut(2).trailing(Octets.hex("ffff")).build().pdus().getFirst();
        assertThat(damaged.length()).isEqualTo(whole.length());
        assertThat(damaged.toHex()).isEqualTo(whole.slice(0, whole.length() - 2).toHex() + "ffff");

        Octets shorter = message("abc").cut(2).build().pdus().getFirst();
        assertThat(shorter.at(3)).as("command_length").isEqualTo(shorter.length());
    }

    @Test
    void an_escape_and_its_character_stay_in_one_part() {
        String text = "x".repeat(152) + "€" + "y";
        OutgoingMessage message = message(text).split(Split.UDH8).build();
        assertThat(bodies(message, 6)).containsExactly("x".repeat(152), "\u001bey");
    }

    @Test
    void a_surrogate_pair_may_be_torn_apart() {
        OutgoingMessage message = message("a😀").as(Coding.UCS2).split(Split.UDH8, 2).build();
        assertThat(message.pdus())
                .extracting(pdu -> pdu.slice(TEXT_AT + 6, pdu.length()).toHex())
                .containsExactly("0061d83d", "de00");
    }

    @Test
    void a_data_sm_carries_its_text_in_message_payload() {
        Octets pdu = message("hi").asDataSm().build().pdus().getFirst();
        assertThat(pdu.slice(4, 8).toHex()).isEqualTo("00000103");
        assertThat(pdu.toHex()).endsWith("000000" + "042400026869");
    }

    @Test
    void what_cannot_be_written_is_refused_without_quoting_it() {
        assertThatThrownBy(() -> message("code 験").build())
                .hasMessage("text: expected characters of GSM 7-bit, found another at 6");
        assertThatThrownBy(() -> message("x".repeat(255)).build())
                .hasMessage("text: expected at most 254 octets in one PDU, found 255");
        assertThatThrownBy(() -> message("ab").split(Split.UDH8, 3).build())
                .hasMessage("parts: expected 2 for this text, found 3");
        assertThatThrownBy(() -> message("ab").split(Split.UDH8).reference(256).build())
                .hasMessage("reference: expected 0 to 255, found 256");
        assertThatThrownBy(() -> message("ab").order(2).build())
                .hasMessage("order: expected 1 to 1, found 2");
    }

    @Test
    void every_character_of_the_gsm_alphabet_has_its_own_septet() {
        String basic =
                "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                        + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
        byte[] octets = Coding.GSM7.encode(basic).array();
        assertThat(octets).hasSize(127).doesNotHaveDuplicates().doesNotContain(0x1b);
        assertThat(Coding.GSM7.encode("@£_AZaz§à").toHex()).isEqualTo("000111415a617a5f7f");
        assertThat(Coding.GSM7.encode("€[~|\f").toHex()).isEqualTo("1b651b3c1b3d1b401b0a");
    }
}
