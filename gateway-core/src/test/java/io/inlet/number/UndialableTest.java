package io.inlet.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.Msisdn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndialableTest {
    @ParameterizedTest
    @CsvSource({
        "999, true",
        "999000000401, true",
        "998000000401, false",
        "12125550100, true",
        "12125550199, true",
        "12125550200, false",
        "2125550100, false",
        "447700900999, true",
        "447700901000, false",
        "4477009009990, false",
        "493023125001, true",
        "493023126001, false",
        "33639981234, true",
        "33639991234, false"
    })
    void only_numbers_that_no_network_routes_are_undialable(String digits, boolean undialable) {
        assertThat(Undialable.holds(new Msisdn(digits))).isEqualTo(undialable);
    }
}
