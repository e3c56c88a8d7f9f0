package io.inlet.smpp.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PduTraceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

    private final PduRing ring = new PduRing(() -> NOW);

    @Test
    void text_is_hidden_and_the_header_before_it_is_not() {
        PduLine line = line(deliverSm("491511234567", 0x40, "050003070201" + hex("Code 481516")));

        assertThat(line.command()).isEqualTo("deliver_sm");
        assertThat(line.fields())
                .containsEntry("user_data_header", "050003070201")
                .containsEntry("short_message", "11 octets")
                .containsEntry("sm_length", 17L)
                .containsEntry("data_coding", 8L);
        assertThat(line.toString()).doesNotContain("481516", "Code");
    }

    @Test
    void the_end_of_a_number_is_hidden_and_a_short_code_or_name_is_not() {
        assertThat(line(deliverSm("491511234567", 0, "")).fields())
                .containsEntry("source_addr", "49151123****")
                .containsEntry("destination_addr", "49170123****");
        assertThat(line(deliverSm("72345", 0, "")).fields()).containsEntry("source_addr", "72345");
        assertThat(line(deliverSm("Linden", 0, "")).fields())
                .containsEntry("source_addr", "Linden");
    }

    @Test
    void a_password_is_hidden() {
        PduLine line =
                line(frame(0x09, hex("inlet") + "00" + hex("secret1") + "00" + "0034000000"));

        assertThat(line.fields())
                .containsEntry("system_id", "inlet")
                .containsEntry("password", "7 octets");
    }

    @Test
    void a_payload_is_hidden_and_so_is_a_parameter_that_nobody_knows() {
        String tlvs = "0424000a" + hex("Code 48151") + "14010003" + hex("abc") + "020c00020007";
        PduLine line = line(frame(0x103, addressed("72345", 0) + "0000" + tlvs));

        assertThat(line.command()).isEqualTo("data_sm");
        assertThat(line.fields())
                .containsEntry("message_payload", "10 octets")
                .containsEntry("tlv_0x1401", "3 octets")
                .containsEntry("sar_msg_ref_num", 7L);
    }

    @Test
    void what_cannot_be_read_is_hidden_to_its_end() {
        Octets whole = deliverSm("491511234567", 0, hex("Code 481516"));
        for (int length = 16; length < whole.length(); length++) {
            Octets cut = whole.slice(0, length);
            assertThat(text(PduMask.masked(cut, PduFields.of(cut)))).doesNotContain("Co", "4567");
        }
        assertThat(line(whole.slice(0, whole.length() - 1)).fields())
                .containsEntry("unread", "10 octets");
    }

    @Test
    void garbage_neither_breaks_it_nor_changes_its_length() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[16 + random.nextInt(80)];
            random.nextBytes(octets);
            octets[4] = 0;
            octets[5] = 0;
            octets[6] = (byte) (random.nextBoolean() ? 0 : 1);
            octets[7] = (byte) random.nextInt(12);
            Octets pdu = Octets.wrap(octets);

            assertThat(PduMask.masked(pdu, PduFields.of(pdu)).length()).isEqualTo(pdu.length());
            assertThat(line(pdu).octets()).isEqualTo(pdu.length());
        }
    }

    @Test
    void the_oldest_go_when_there_are_too_many_or_too_large_ones() {
        int session = ring.connected();
        for (int i = 0; i < 600; i++) {
            ring.add(session, Direction.IN, frame(0x15, ""));
        }
        assertThat(ring.lines()).hasSize(500);

        ring.add(session, Direction.IN, Octets.wrap(large()));
        assertThat(ring.lines()).hasSizeLessThan(10);
    }

    @Test
    void a_capture_holds_each_pdu_as_a_packet_and_none_of_its_text() {
        int session = ring.connected();
        Octets pdu = deliverSm("491511234567", 0, hex("Code 481516"));
        ring.add(session, Direction.IN, pdu);
        ring.add(session, Direction.OUT, frame(0x80000005, "00"));
        Octets capture = ring.capture();

        assertThat(capture.slice(0, 24).toHex())
                .isEqualTo("a1b2c3d400020004000000000000000000040000" + "00000065");
        assertThat(packets(capture)).containsExactly(40 + pdu.length(), 40 + 17);
        assertThat(text(capture)).doesNotContain("481516", "4567");
    }

    private static List<Integer> packets(Octets capture) {
        List<Integer> packets = new ArrayList<>();
        int at = 24;
        while (at < capture.length()) {
            int length = capture.at(at + 14) << 8 | capture.at(at + 15);
            packets.add(length);
            assertThat(capture.at(at + 18) << 8 | capture.at(at + 19)).isEqualTo(length);
            at += 16 + length;
        }
        return packets;
    }

    private PduLine line(Octets pdu) {
        PduRing one = new PduRing(() -> NOW);
        one.add(one.connected(), Direction.IN, pdu);
        return one.lines().getFirst();
    }

    private static byte[] large() {
        byte[] octets = new byte[512 * 1024 - 100];
        octets[7] = 0x15;
        return octets;
    }

    private static Octets deliverSm(String source, int esmClass, String textHex) {
        String rest = "000000000000" + "08" + "00" + octet(textHex.length() / 2) + textHex;
        return frame(0x05, addressed(source, esmClass) + rest);
    }

    private static String addressed(String source, int esmClass) {
        return "00"
                + "0101"
                + hex(source)
                + "00"
                + "0101"
                + hex("491701234567")
                + "00"
                + octet(esmClass);
    }

    private static Octets frame(int commandId, String bodyHex) {
        String header = "%08x%08x0000000000000007".formatted(16 + bodyHex.length() / 2, commandId);
        return Octets.hex(header + bodyHex);
    }

    private static String octet(int value) {
        return "%02x".formatted(value);
    }

    private static String hex(String text) {
        return Octets.wrap(text.getBytes(StandardCharsets.ISO_8859_1)).toHex();
    }

    private static String text(Octets octets) {
        return new String(octets.array(), StandardCharsets.ISO_8859_1);
    }
}
