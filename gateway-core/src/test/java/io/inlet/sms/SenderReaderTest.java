package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.Sender.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderReaderTest {
    private static Sender read(int ton, String value) {
        return SenderReader.read(new Address(ton, 1, value));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4915112345678, +4915112345678",
        "1, +4915112345678, +4915112345678",
        "0, +33612345678, +33612345678",
        "0, 0033612345678, +33612345678",
        "2, +12025550143, +12025550143",
        "1, 00390612345678, +390612345678",
        "1, '+44 7400 123-456', +447400123456",
        "1, 8613800138000, +8613800138000",
    })
    void international_number_is_shown_with_a_plus(int ton, String value, String display) {
        assertThat(read(ton, value)).isEqualTo(new Sender(value, Kind.E164, ton, 1, display));
    }

    @ParameterizedTest
    @CsvSource({"0, 123", "2, 72345", "3, 50505", "6, 12345678", "1, 32665"})
    void few_digits_are_a_short_code(int ton, String value) {
        assertThat(read(ton, value)).isEqualTo(new Sender(value, Kind.SHORT_CODE, ton, 1, value));
    }

    @ParameterizedTest
    @CsvSource({"5, Parkhaus", "0, Info4u", "1, BANK", "5, 12345", "5, Señal", "5, A&B", "5, ***"})
    void name_is_alphanumeric(int ton, String value) {
        assertThat(read(ton, value)).isEqualTo(new Sender(value, Kind.ALPHANUMERIC, ton, 1, value));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 017012345678", "0, 4915112345678", "1, 0000000000", "1, 999999999999", "4, 5551234",
        "0, 12", "1, +12", "1, 447700900123", "0, #31#", "1, 12345678901234567890"
    })
    void digits_that_are_neither_are_unknown_and_shown_as_they_are(int ton, String value) {
        assertThat(read(ton, value)).isEqualTo(new Sender(value, Kind.UNKNOWN, ton, 1, value));
    }

    @Test
    void absent_address_is_empty() {
        assertThat(read(0, "")).isEqualTo(new Sender("", Kind.EMPTY, 0, 1, ""));
        assertThat(read(5, "  ").kind()).isEqualTo(Kind.EMPTY);
    }

    @Test
    void name_in_gsm_or_utf8_octets_is_readable() {
        assertThat(read(5, "My\u0011Shop").display()).isEqualTo("My_Shop");
        assertThat(read(5, "CafÃ©").display()).isEqualTo("Café");
        assertThat(read(5, "Caf\u00e9").display()).isEqualTo("Café");
        assertThat(read(5, "a\u001bb\u007fc\u0085").display()).isEqualTo("a b\uFFFDc\uFFFD");
    }

    @Test
    void overlong_address_is_cut() {
        Sender sender = read(5, "x".repeat(10_000));
        assertThat(sender.display()).hasSize(32);
        assertThat(sender.raw()).hasSize(10_000);
    }

    @Test
    void second_reading_of_a_number_gives_the_same() {
        assertThat(read(1, "4915112345678")).isEqualTo(read(1, "4915112345678"));
        assertThat(read(1, "999999999999")).isEqualTo(read(1, "999999999999"));
    }

    @Test
    void text_form_leaves_the_number_out() {
        assertThat(read(1, "4915112345678").toString()).doesNotContain("49151");
    }

    @Test
    void short_code_tells_the_country_of_its_bind() {
        Address raw = new Address(3, 0, "72345");
        Envelope envelope = new Envelope(raw, raw, "DE", null, List.of());
        assertThat(SenderReader.read(raw, envelope))
                .isEqualTo(new Sender("72345", Kind.SHORT_CODE, 3, 0, "72345", "DE"));
        Address number = new Address(1, 1, "4915112345678");
        assertThat(SenderReader.read(number, envelope).country()).isNull();
    }

    @Test
    void sender_is_shown_by_the_binds_rules_and_kept_as_it_came() {
        var rules = new AddressRules(List.of("99"), null, "DE");
        Address raw = new Address(0, 8, "99015112345678");
        Address source = AddressReader.source(raw, rules, NameAlphabet.AUTO);
        assertThat(SenderReader.read(source, Envelope.of(raw, raw)))
                .isEqualTo(new Sender(raw.value(), Kind.E164, 0, 8, "+4915112345678"));
    }

    @Test
    void prefix_taken_off_a_short_code_leaves_the_code() {
        Address raw = new Address(1, 1, "+72345");
        var rules = new AddressRules(List.of("+"), null, null);
        Address source = AddressReader.source(raw, rules, NameAlphabet.AUTO);
        assertThat(SenderReader.read(source, Envelope.of(raw, raw)))
                .isEqualTo(new Sender("+72345", Kind.SHORT_CODE, 1, 1, "72345"));
    }
}
