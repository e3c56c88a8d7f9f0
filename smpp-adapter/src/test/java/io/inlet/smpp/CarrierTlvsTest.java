package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.CarrierField;
import io.inlet.sms.Segment.CarrierFacts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierTlvsTest {
    private static final int TAG = 0x1501;
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "TEXT, 4e6f7264, Nord",
        "TEXT, 4e6f72640041, Nord",
        "TEXT, c39673746572, Öster",
        "TEXT, d673746572, Öster",
        "TEXT, 410a41, A\uFFFDA",
        "TEXT, '', ''",
        "OCTETS, 00ff1b, 00ff1b",
        "TIME, 69a42a40, 2026-03-01T12:00:00Z",
        "TIME, 0000019ca9450a00, 2026-03-01T12:00:00Z",
        "TIME, 3236303330313132303030303030302b00, 2026-03-01T12:00:00Z",
    })
    void value_is_read_by_its_type(TlvType type, String hex, String value) {
        assertThat(fields(type, hex)).isEqualTo(List.of(new CarrierField.Text("field", value)));
    }

    @ParameterizedTest
    @CsvSource({
        "07, 7",
        "0106, 262",
        "ffffffff, 4294967295",
        "ffffffffffffffff, -1",
    })
    void whole_number_has_one_to_eight_octets(String hex, long value) {
        assertThat(fields(TlvType.INTEGER, hex))
                .isEqualTo(List.of(new CarrierField.Whole("field", value)));
    }

    @ParameterizedTest
    @CsvSource({"INTEGER, ''", "INTEGER, 010203040506070809", "TIME, 00", "TIME, 616263"})
    void value_that_does_not_fit_its_type_is_left_out(TlvType type, String hex) {
        assertThat(fields(type, hex)).isEmpty();
    }

    @Test
    void long_values_are_cut() {
        String text = "e".repeat(255) + "😀".repeat(50);
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        assertThat(fields(TlvType.TEXT, hex))
                .isEqualTo(List.of(new CarrierField.Text("field", "e".repeat(255))));
        assertThat(fields(TlvType.OCTETS, "ab".repeat(5_000)))
                .isEqualTo(List.of(new CarrierField.Text("field", "ab".repeat(128))));
    }

    @Test
    void first_of_two_counts_and_order_is_that_of_the_settings() {
        var tlvs =
                new CarrierTlvs(
                        List.of(
                                new TlvSettings(0x1502, "b", TlvType.INTEGER, TlvUse.FIELD),
                                new TlvSettings(0xFFFE, "a", TlvType.INTEGER, TlvUse.FIELD)));
        OptionalParameters optional =
                parameters(tlvs, "fffe000101" + "150200010215020001" + "03" + "1503000104");
        assertThat(tlvs.fields(optional))
                .isEqualTo(List.of(new CarrierField.Whole("b", 2), new CarrierField.Whole("a", 1)));
    }

    @Test
    void settings_name_timestamp_and_message_id() {
        var tlvs =
                new CarrierTlvs(
                        List.of(
                                new TlvSettings(TAG, "sent", TlvType.TIME, TlvUse.SENT_AT),
                                new TlvSettings(7, "id", TlvType.INTEGER, TlvUse.MESSAGE_ID)));
        String receipted = "001e00026100";
        OptionalParameters both = parameters(tlvs, "1501000469a42a40" + "000700020106" + receipted);
        assertThat(tlvs.facts(both, "250101000000000+")).isEqualTo(new CarrierFacts(TIME, "262"));
        OptionalParameters neither = parameters(tlvs, "15010001" + "00" + receipted);
        assertThat(tlvs.facts(neither, "260301120000000+")).isEqualTo(new CarrierFacts(TIME, "a"));
        assertThat(tlvs.facts(parameters(tlvs, ""), "000001000000000R"))
                .isEqualTo(CarrierFacts.NONE);
        assertThat(tlvs.facts(parameters(tlvs, ""), null)).isEqualTo(CarrierFacts.NONE);
    }

    @Test
    void arbitrary_values_never_throw() {
        Random random = new Random(1501);
        for (TlvType type : TlvType.values()) {
            for (int i = 0; i < 10_000; i++) {
                byte[] value = new byte[random.nextInt(20)];
                random.nextBytes(value);
                assertThat(fields(type, HexFormat.of().formatHex(value)).size()).isBetween(0, 1);
            }
        }
    }

    private static List<CarrierField> fields(TlvType type, String hex) {
        var tlvs = new CarrierTlvs(List.of(new TlvSettings(TAG, "field", type, TlvUse.FIELD)));
        return tlvs.fields(parameters(tlvs, "1501%04x".formatted(hex.length() / 2) + hex));
    }

    private static OptionalParameters parameters(CarrierTlvs tlvs, String hex) {
        ByteBuf octets = Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
        return OptionalParameters.read(octets, tlvs.tags());
    }
}
