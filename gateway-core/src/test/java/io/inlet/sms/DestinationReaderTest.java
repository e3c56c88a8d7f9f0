package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationReaderTest {
    private static Address e164(String digits) {
        return new Address(1, 1, digits);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4915112345678, , 4915112345678",
        "0, +4915112345678, , 4915112345678",
        "0, 004915112345678, , 4915112345678",
        "1, 004915112345678, , 4915112345678",
        "1, '+49 (151) 123-456.78', , 4915112345678",
        "1, 15005550006, , 15005550006",
        "0, 015112345678, DE, 4915112345678",
        "2, 15112345678, DE, 4915112345678",
        "0, 4915112345678, DE, 4915112345678",
        "2, 4915112345678, DE, 4915112345678",
        "0, 2025550143, US, 12025550143",
        "0, 12025550143, US, 12025550143",
        "2, 06 1234 5678, IT, 390612345678",
        "0, 3351234567, IT, 393351234567",
        "0, +33612345678, DE, 33612345678",
    })
    void number_becomes_plain_digits(int ton, String value, String country, String digits) {
        assertThat(DestinationReader.read(new Address(ton, 8, value), new AddressRules(country)))
                .isEqualTo(e164(digits));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 015112345678,",
        "2, 15112345678,",
        "0, 4915112345678,",
        "3, 72345, DE",
        "0, 72345, DE",
        "6, 015112345678, DE",
        "5, Parkhaus, DE",
        "0, '', DE",
        "1, 0151123,",
        "0, +, DE",
        "1, 12345678901234567,",
        "0, 015112345678, XX",
        "0, 12-ab, DE",
        "0, +49x, DE",
        "0, 1234567890123456789012345678901234567890, DE"
    })
    void what_cannot_be_read_stays_as_it_came(int ton, String value, String country) {
        Address raw = new Address(ton, 8, value);
        assertThat(DestinationReader.read(raw, new AddressRules(country))).isEqualTo(raw);
    }

    @Test
    void forms_of_one_number_become_equal() {
        assertThat(DestinationReader.read(new Address(0, 0, "+447400123456"), AddressRules.DEFAULT))
                .isEqualTo(
                        DestinationReader.read(
                                new Address(1, 1, "447400123456"), new AddressRules("DE")))
                .isEqualTo(
                        DestinationReader.read(
                                new Address(2, 1, "07400 123456"), new AddressRules("GB")));
    }
}
