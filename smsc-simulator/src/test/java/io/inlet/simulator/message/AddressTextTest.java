package io.inlet.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.sms.Address;
import org.junit.jupiter.api.Test;

class AddressTextTest {
    @Test
    void type_of_number_follows_from_the_text() {
        assertThat(AddressText.parse("+999123")).isEqualTo(new Address(1, 1, "999123"));
        assertThat(AddressText.parse("12345")).isEqualTo(new Address(0, 1, "12345"));
        assertThat(AddressText.parse("ACME Bank")).isEqualTo(new Address(5, 0, "ACME Bank"));
        assertThat(AddressText.parse("")).isEqualTo(new Address(0, 0, ""));
    }

    @Test
    void type_of_number_can_be_said() {
        assertThat(AddressText.parse("3/0:12345")).isEqualTo(new Address(3, 0, "12345"));
        assertThat(AddressText.parse("1/1:+999")).isEqualTo(new Address(1, 1, "+999"));
        assertThatThrownBy(() -> AddressText.parse("256/0:1")).hasMessageContaining("256/0");
    }
}
