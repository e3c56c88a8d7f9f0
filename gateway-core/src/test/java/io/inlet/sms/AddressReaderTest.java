package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressReaderTest {
    private static AddressRules of(String country) {
        return new AddressRules(List.of(), null, country);
    }

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
        "1, 015112345678, DE, 4915112345678",
        "5, +4915112345678, DE, 4915112345678",
    })
    void number_becomes_plain_digits(int ton, String value, String country, String digits) {
        assertThat(AddressReader.destination(new Address(ton, 8, value), of(country)))
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
        assertThat(AddressReader.destination(raw, of(country))).isEqualTo(raw);
    }

    @Test
    void forms_of_one_number_become_equal() {
        assertThat(
                        AddressReader.destination(
                                new Address(0, 0, "+447400123456"), AddressRules.DEFAULT))
                .isEqualTo(AddressReader.destination(new Address(1, 1, "447400123456"), of("DE")))
                .isEqualTo(AddressReader.destination(new Address(2, 1, "07400 123456"), of("GB")));
    }

    @ParameterizedTest
    @CsvSource({
        // the carrier's routing prefix before an international number
        "0, 88004915112345678, 8800, +, , 4915112345678",
        "1, 88004915112345678, 8800, +, , 4915112345678",
        // the first prefix that fits is taken off, once
        "0, 9900114915112345678, 99;99001, 00, , 114915112345678",
        "0, 99994915112345678, 99001;9999, +, , 4915112345678",
        // digits that are international but do not say so
        "0, 4915112345678, , +, , 4915112345678",
        "2, 15112345678, , +49, , 4915112345678",
        "2, 15112345678, , 0049, , 4915112345678",
        // what says that it is international is left alone
        "1, 33612345678, , +49, , 33612345678",
        "0, +33612345678, , +49, , 33612345678",
        // a trunk prefix that the carrier leaves out, and then its country
        "0, 15112345678, , 0, DE, 4915112345678",
        // a plus that stands where no international number follows
        "0, +015112345678, +, , DE, 4915112345678",
        "0, *31#015112345678, *31#, , DE, 4915112345678",
    })
    void rules_hold_in_their_order(
            int ton, String value, String strip, String add, String country, String digits) {
        AddressRules rules = rules(strip, add, country);
        assertThat(AddressReader.destination(new Address(ton, 9, value), rules))
                .isEqualTo(e164(digits));
        assertThat(AddressReader.source(new Address(ton, 9, value), rules, NameAlphabet.AUTO))
                .isEqualTo(e164(digits));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 72345, , +49, DE, 0, 72345",
        "3, 8003451, , +49, DE, 3, 8003451",
        "6, 8003451, , +49, DE, 6, 8003451",
        "3, #72345, #, +49, DE, 0, 72345",
        "0, #, #, +, DE, 0, ''",
    })
    void short_code_stays_as_it_is(
            int ton,
            String value,
            String strip,
            String add,
            String country,
            int resultTon,
            String result) {
        Address read =
                AddressReader.destination(new Address(ton, 0, value), rules(strip, add, country));
        assertThat(read).isEqualTo(new Address(resultTon, 0, result));
    }

    @Test
    void name_is_no_number_to_any_rule() {
        AddressRules rules = rules("4", "+49", "DE");
        for (NameAlphabet names : NameAlphabet.values()) {
            if (names != NameAlphabet.GSM7_PACKED) {
                assertThat(AddressReader.source(new Address(5, 1, "Acme 49"), rules, names))
                        .isEqualTo(new Address(5, 0, "Acme 49"));
            }
        }
        assertThat(AddressReader.source(new Address(0, 1, "4ever"), rules, NameAlphabet.GSM7))
                .isEqualTo(new Address(5, 0, "4ever"));
        assertThat(AddressReader.source(new Address(5, 1, "4915"), rules, NameAlphabet.AUTO))
                .isEqualTo(new Address(5, 0, "4915"));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, 416391, Ac\uFFFD",
        "AUTO, 436166c3a9, Café",
        "AUTO, 436166e9, Café",
        "AUTO, 4111, A_",
        "GSM7, 4111425c, A_BÖ",
        "GSM7, 411b65, A€",
        "GSM7_PACKED, c1f119, Acg",
        "ASCII, 41e9, A\uFFFD",
        "LATIN1, 41c3a9, AÃ©",
        "UTF8, 41c3a9, Aé",
        "UTF8, 41e9, A\uFFFD",
    })
    void name_is_read_by_the_binds_alphabet(NameAlphabet names, String octets, String name) {
        byte[] raw = java.util.HexFormat.of().parseHex(octets);
        String value = new String(raw, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(AddressReader.source(new Address(5, 0, value), AddressRules.DEFAULT, names))
                .isEqualTo(new Address(5, 0, name));
    }

    @ParameterizedTest
    @CsvSource({
        "'', , , strip: expected 1 to 15 of 0-9",
        "0049x, , , strip: expected 1 to 15 of 0-9",
        ", 49x, , add: expected an optional + and digits",
        ", 1234567890123456, , add: expected an optional + and digits",
        ", , de, country: expected two capital letters",
    })
    void wrong_rule_is_refused(String strip, String add, String country, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(strip, add, country))
                .withMessageStartingWith(message);
    }

    @Test
    void too_many_prefixes_are_refused() {
        List<String> prefixes = Collections.nCopies(17, "0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AddressRules(prefixes, null, null))
                .withMessageStartingWith("strip: expected at most 16 prefixes, found 17");
    }

    private static AddressRules rules(String strip, String add, String country) {
        List<String> prefixes = strip == null ? List.of() : List.of(strip.split(";", -1));
        return new AddressRules(prefixes, add, country);
    }
}
