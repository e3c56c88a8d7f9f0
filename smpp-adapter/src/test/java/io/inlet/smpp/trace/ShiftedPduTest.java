package io.inlet.smpp.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** PDUs in which the text is not where it belongs. */
class ShiftedPduTest {
    private static final String ADDRESSED = "0001014c696e64656e00" + "01014d6f6f6e00";
    private static final String TLVS = "020c00020007001e000361620004270001020423000303000a";

    private static final List<Octets> WHOLE =
            List.of(
                    pdu(
                            0x05,
                            ADDRESSED
                                    + "400000000000000800"
                                    + "0b"
                                    + "050003070201"
                                    + "48656c6c6f"
                                    + TLVS),
                    pdu(0x05, ADDRESSED + "000000000000000000" + "05" + "48656c6c6f" + TLVS),
                    pdu(0x103, ADDRESSED + "400000" + "0424000b" + "0500030702014d6f6f6e21" + TLVS),
                    pdu(0x09, "696e6c6574003131003132003400000000"),
                    pdu(0x80000009, "696e6c65740002100001" + "34"),
                    pdu(0x80000005, "6162636400" + TLVS),
                    pdu(0x04, ADDRESSED + "000000000000000000" + "05" + "48656c6c6f"),
                    pdu(0x102, "0101343931353100010134393137303100"));

    @Test
    void digits_are_never_shown_wherever_a_shifted_pdu_has_them() {
        Random random = new Random(11);
        for (int i = 0; i < 300_000; i++) {
            String code = code(random);
            Octets pdu = shifted(WHOLE.get(i % WHOLE.size()), code, random);
            assertHidden(pdu, code);
        }
    }

    @Test
    void text_under_udhi_without_a_header_is_hidden() {
        String code = "48151623";
        for (int first = 1; first < 256; first++) {
            String text = "%02x".formatted(first) + hex(code + " is your code, " + "x".repeat(200));
            String length = "%02x".formatted(text.length() / 2);
            Octets pdu = pdu(0x05, ADDRESSED + "400000000000000000" + length + text);
            assertHidden(pdu, code);
            assertThat(line(pdu).fields()).doesNotContainKey("user_data_header");
        }
    }

    @Test
    void elements_of_a_header_that_hold_more_than_numbers_are_hidden() {
        String header = "0d" + "0003070201" + "7006" + hex("481516");
        Octets pdu = pdu(0x05, ADDRESSED + "400000000000000000" + "0f" + header + hex("!"));

        assertThat(line(pdu).fields())
                .containsEntry("user_data_header", "0d00030702017006" + "2a".repeat(6));
        assertHidden(pdu, "481516");
    }

    @Test
    void field_that_is_too_long_and_all_after_it_are_hidden() {
        String tooLong = "00" + "0101" + hex("a".repeat(21)) + "00" + "0101" + hex("Linden") + "00";

        assertThat(line(pdu(0x05, tooLong + "00000000000000000000")).fields())
                .containsEntry("source_addr_npi", 1L)
                .containsKey("unread")
                .doesNotContainKeys("source_addr", "destination_addr");
        assertThat(line(pdu(0x103, tooLong + "000000")).fields())
                .containsEntry("source_addr", "a".repeat(21))
                .containsEntry("destination_addr", "Linden");
    }

    private static void assertHidden(Octets pdu, String code) {
        String masked = ascii(PduMask.masked(pdu, PduFields.of(pdu)));
        String fields = line(pdu).fields().toString();
        if (masked.contains(code) || fields.contains(code) || fields.contains(hex(code))) {
            throw new AssertionError(code + " is shown of " + pdu.toHex() + " as " + fields);
        }
    }

    private static String code(Random random) {
        var code = new StringBuilder();
        int length = 6 + random.nextInt(random.nextBoolean() ? 3 : 60);
        for (int i = 0; i < length; i++) {
            code.append((char) ('0' + random.nextInt(10)));
        }
        return code.toString();
    }

    /** Some octets more or less, then the digits, anywhere behind. */
    private static Octets shifted(Octets pdu, String code, Random random) {
        byte[] whole = pdu.array();
        int at = 16 + random.nextInt(whole.length - 15);
        int lost = random.nextInt(Math.min(4, whole.length - at + 1));
        byte[] more = new byte[random.nextInt(4)];
        if (random.nextBoolean()) {
            random.nextBytes(more);
        }
        int left = whole.length - at - lost;
        int before = random.nextInt(left + 1);
        ByteBuffer out = ByteBuffer.allocate(at + more.length + left + code.length());
        out.put(whole, 0, at).put(more).put(whole, at + lost, before);
        out.put(octets(code)).put(whole, at + lost + before, left - before);
        return Octets.wrap(out.putInt(0, out.capacity()).array());
    }

    private static PduLine line(Octets pdu) {
        return PduLine.of(new TracedPdu(Instant.EPOCH, Direction.IN, 1, pdu));
    }

    private static Octets pdu(int commandId, String bodyHex) {
        String header = "%08x%08x0000000000000007".formatted(16 + bodyHex.length() / 2, commandId);
        return Octets.hex(header + bodyHex);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String hex(String text) {
        return Octets.wrap(octets(text)).toHex();
    }

    private static String ascii(Octets octets) {
        return new String(octets.array(), StandardCharsets.ISO_8859_1);
    }
}
