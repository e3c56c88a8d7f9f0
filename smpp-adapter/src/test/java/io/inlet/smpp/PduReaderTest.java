package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.type.Address;
import io.inlet.sms.AddressRules;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Octets;
import io.inlet.sms.TextRules;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PduReaderTest {
    private static final byte[] TEXT = Pdus.octets("Your code is 5512");

    private final PduReader reader =
            new PduReader(
                    BindForm.to(
                            2775,
                            form -> {
                                form.text = new TextRules(Alphabet.LATIN1, Alphabet.LATIN1);
                                form.addresses = new AddressRules("DE");
                            }));

    @Test
    void text_is_in_short_message_or_else_in_message_payload() {
        assertThat(text(Pdus.deliverSm(1, sm -> Pdus.set(sm, TEXT)))).isEqualTo(TEXT);
        assertThat(text(payload())).isEqualTo(TEXT);
        assertThat(text(Pdus.deliverSm(1, sm -> {}))).isEmpty();
    }

    @Test
    void good_parameters_count_though_a_bad_one_follows() {
        byte[] bad = {0x14, 0x01, 0x00, 0x50, 1};
        assertThat(text(resized(Pdus.join(payload(), bad)))).isEqualTo(TEXT);
    }

    @Test
    void payload_that_is_cut_short_is_unreadable_since_text_is_missing() {
        byte[] whole = payload();
        assertThat(read(resized(Arrays.copyOf(whole, whole.length - 1))))
                .isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void data_coding_is_read_by_the_binds_alphabet() {
        assertThat(message(Pdus.deliverSm(1, "x")).userData().alphabet())
                .isEqualTo(Alphabet.LATIN1);
        assertThat(
                        message(Pdus.deliverSm(1, sm -> sm.setDataCoding((byte) 8)))
                                .userData()
                                .alphabet())
                .isEqualTo(Alphabet.UCS2);
        assertThat(
                        message(Pdus.deliverSm(1, sm -> sm.setDataCoding((byte) 0xF4)))
                                .userData()
                                .alphabet())
                .isEqualTo(Alphabet.BINARY);
    }

    @Test
    void national_destination_is_read_by_the_binds_country() {
        byte[] pdu =
                Pdus.deliverSm(
                        1, sm -> sm.setDestAddress(new Address((byte) 2, (byte) 1, "15200000001")));
        assertThat(message(pdu).destination().value()).isEqualTo("4915200000001");
    }

    @Test
    void address_of_any_octets_is_kept_and_one_that_is_too_long_is_unreadable() {
        byte[] latin = Pdus.deliverSm(1, sm -> sm.setSourceAddress(address("Caf\u00e9 \u00ff")));
        assertThat(message(latin).source().value()).isEqualTo("Caf\u00e9 \u00ff");
        byte[] empty = Pdus.deliverSm(1, sm -> sm.setSourceAddress(address("")));
        assertThat(message(empty).source().value()).isEmpty();
        byte[] endless = Pdus.deliverSm(1, sm -> sm.setSourceAddress(address("9".repeat(65))));
        assertThat(read(endless)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void header_is_parted_from_the_text_and_a_wrong_one_is_text() {
        byte[] udh = {5, 0, 3, 1, 2, 1, 'o', 'k'};
        Reading.ShortMessage part = message(udhi(udh));
        assertThat(part.userData().header()).isEqualTo(Octets.wrap(Arrays.copyOf(udh, 6)));
        assertThat(part.userData().octets()).isEqualTo(Octets.wrap(Pdus.octets("ok")));

        Reading.ShortMessage wrong = message(udhi(Pdus.octets("plain text")));
        assertThat(wrong.userData().octets()).isEqualTo(Octets.wrap(Pdus.octets("plain text")));
        assertThat(wrong.concatenation()).isNull();
    }

    @Test
    void carriers_message_id_is_kept() {
        byte[] pdu =
                Pdus.deliverSm(
                        1,
                        sm ->
                                Pdus.tlv(
                                        sm,
                                        SmppConstants.TAG_RECEIPTED_MSG_ID,
                                        (byte) 'a',
                                        (byte) '1',
                                        (byte) 0));
        assertThat(message(pdu).facts().messageId()).isEqualTo("a1");
        assertThat(message(payload()).facts().messageId()).isNull();
    }

    private static Address address(String value) {
        return new Address((byte) 5, (byte) 0, value);
    }

    private static byte[] payload() {
        return Pdus.deliverSm(1, sm -> Pdus.tlv(sm, SmppConstants.TAG_MESSAGE_PAYLOAD, TEXT));
    }

    private static byte[] udhi(byte[] octets) {
        return Pdus.deliverSm(
                1,
                sm -> {
                    sm.setEsmClass((byte) 0x40);
                    Pdus.set(sm, octets);
                });
    }

    private static byte[] resized(byte[] pdu) {
        pdu[3] = (byte) pdu.length;
        return pdu;
    }

    private byte[] text(byte[] pdu) {
        return message(pdu).userData().octets().array();
    }

    private Reading.ShortMessage message(byte[] pdu) {
        return (Reading.ShortMessage) read(pdu);
    }

    private Reading read(byte[] pdu) {
        return reader.read(Pdus.frame(pdu));
    }
}
