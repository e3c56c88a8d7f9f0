package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.pdu.DeliverSm;
import io.inlet.smpp.Reading.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
    private static final String USUAL =
            "id:7f3a-01 sub:001 dlvrd:001 submit date:2603011200 done date:260301120507"
                    + " stat:DELIVRD err:000 text:Hello stat:EXPIRED id:2";

    private final PduReader reader = new PduReader(Rig.bind("b1", 2775, _ -> {}));

    @Test
    void usual_text_is_read_and_the_messages_own_text_changes_nothing() {
        assertThat(text(USUAL))
                .isEqualTo(
                        new Receipt(
                                ReceiptKind.FINAL,
                                "7f3a-01",
                                ReceiptState.DELIVERED,
                                "000",
                                LocalDateTime.of(2026, 3, 1, 12, 0),
                                LocalDateTime.of(2026, 3, 1, 12, 5, 7)));
    }

    @Test
    void its_text_form_tells_nothing_that_could_be_content() {
        assertThat(text("id:482913 err:482913 stat:DELIVRD"))
                .hasToString("receipt, final, delivered");
    }

    @Test
    void case_and_order_do_not_matter() {
        String turned = "Err: 021 STAT: undeliv Done Date:2603011205 SUBMIT DATE:2603011200 ID: 99";
        assertThat(text(turned))
                .isEqualTo(
                        new Receipt(
                                ReceiptKind.FINAL,
                                "99",
                                ReceiptState.UNDELIVERABLE,
                                "021",
                                LocalDateTime.of(2026, 3, 1, 12, 0),
                                LocalDateTime.of(2026, 3, 1, 12, 5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "::::",
                "id",
                "id:",
                "delivered, thank you",
                "submit date:yesterday done date: stat:",
                "date:2603011200 sub:many dlvrd:-1 stat:GREAT",
                "sub:001dlvrd:001submitdate:2613991200"
            })
    void what_is_missing_or_odd_is_none(String text) {
        Receipt receipt = text(text);
        assertThat(receipt.state()).isEqualTo(ReceiptState.UNKNOWN);
        assertThat(receipt.submitted()).isNull();
        assertThat(receipt.done()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ENROUTE, ENROUTE",
        "DELIVRD, DELIVERED",
        "delivered, DELIVERED",
        "EXPIRED, EXPIRED",
        "DELETED, DELETED",
        "UNDELIV, UNDELIVERABLE",
        "ACCEPTD, ACCEPTED",
        "UNKNOWN, UNKNOWN",
        "REJECTD, REJECTED",
        "SKIPPED, SKIPPED",
        "DEL, UNKNOWN",
    })
    void state_is_one_of_a_list(String text, ReceiptState state) {
        assertThat(text("stat:" + text).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "0, SCHEDULED",
        "1, ENROUTE",
        "2, DELIVERED",
        "3, EXPIRED",
        "4, DELETED",
        "5, UNDELIVERABLE",
        "6, ACCEPTED",
        "7, UNKNOWN",
        "8, REJECTED",
        "9, SKIPPED",
        "10, UNKNOWN",
        "255, UNKNOWN",
    })
    void parameters_count_more_than_the_text(int code, ReceiptState state) {
        Receipt receipt =
                read(sm -> {
                    sm.setEsmClass((byte) 0x20);
                    Pdus.set(sm, Pdus.octets(USUAL));
                    Pdus.tlv(sm, SmppConstants.TAG_RECEIPTED_MSG_ID, (byte) 'z', (byte) 0);
                    Pdus.tlv(sm, SmppConstants.TAG_MSG_STATE, (byte) code);
                    Pdus.tlv(
                            sm, SmppConstants.TAG_NETWORK_ERROR_CODE, (byte) 3, (byte) 1, (byte) 2);
                });
        assertThat(receipt.kind()).isEqualTo(ReceiptKind.INTERMEDIATE);
        assertThat(receipt.id()).isEqualTo("z");
        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.error()).isEqualTo("258");
    }

    @Test
    void parameters_of_the_wrong_length_leave_the_text() {
        Receipt receipt =
                read(sm -> {
                    sm.setEsmClass((byte) 4);
                    Pdus.set(sm, Pdus.octets(USUAL));
                    Pdus.tlv(sm, SmppConstants.TAG_MSG_STATE, (byte) 0, (byte) 2);
                    Pdus.tlv(sm, SmppConstants.TAG_NETWORK_ERROR_CODE, (byte) 3);
                });
        assertThat(receipt.state()).isEqualTo(ReceiptState.DELIVERED);
        assertThat(receipt.error()).isEqualTo("000");
    }

    @Test
    void text_is_read_in_the_payload_in_ucs2_and_under_any_coding() {
        byte[] wide = USUAL.getBytes(StandardCharsets.UTF_16BE);
        Receipt receipt =
                read(sm -> {
                    sm.setEsmClass((byte) 4);
                    sm.setDataCoding((byte) 8);
                    Pdus.tlv(sm, SmppConstants.TAG_MESSAGE_PAYLOAD, wide);
                });
        assertThat(receipt.id()).isEqualTo("7f3a-01");
        for (int coding = 0; coding < 256; coding++) {
            int dataCoding = coding;
            Receipt any =
                    read(sm -> {
                        sm.setEsmClass((byte) 4);
                        sm.setDataCoding((byte) dataCoding);
                        Pdus.set(sm, Pdus.octets("id:a_1 stat:EXPIRED"));
                    });
            assertThat(any.state()).isEqualTo(ReceiptState.EXPIRED);
            assertThat(any.id()).isEqualTo("a_1");
        }
    }

    @Test
    void arbitrary_receipts_never_throw() {
        Random random = new Random(404);
        String[] words = {"id:", "stat", ":", " ", "date:", "submit ", "done", "9", "DELIVRD", "é"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append(words[random.nextInt(words.length)]);
            }
            byte[] octets = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            assertThat(
                            read(sm -> {
                                sm.setEsmClass((byte) (random.nextBoolean() ? 0x44 : 0x20));
                                sm.setDataCoding((byte) random.nextInt(256));
                                Pdus.set(sm, octets);
                                byte[] value = new byte[random.nextInt(5)];
                                random.nextBytes(value);
                                Pdus.tlv(sm, SmppConstants.TAG_MSG_STATE, value);
                                Pdus.tlv(sm, SmppConstants.TAG_NETWORK_ERROR_CODE, value);
                                Pdus.tlv(sm, SmppConstants.TAG_RECEIPTED_MSG_ID, value);
                            }))
                    .isNotNull();
        }
    }

    private Receipt text(String text) {
        return read(sm -> {
            sm.setEsmClass((byte) 4);
            Pdus.set(sm, Pdus.octets(text));
        });
    }

    private Receipt read(Consumer<DeliverSm> change) {
        return (Receipt) reader.read(Pdus.frame(Pdus.deliverSm(1, change)));
    }
}
