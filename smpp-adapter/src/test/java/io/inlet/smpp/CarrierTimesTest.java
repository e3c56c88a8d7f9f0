package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierTimesTest {
    @ParameterizedTest
    @CsvSource({
        "260301120000000+, 2026-03-01T12:00:00Z",
        "260301120000004+, 2026-03-01T11:00:00Z",
        "260301120000704-, 2026-03-01T13:00:00.700Z",
        "260301003000048+, 2026-02-28T12:30:00Z",
        "260301120000056+, 2026-02-28T22:00:00Z",
        "260301120000099-, 2026-03-02T12:45:00Z",
        "991231235959900+, 2099-12-31T23:59:59.900Z",
        "2026-03-01T12:00:00+01:00, 2026-03-01T11:00:00Z",
        "1772366400, 2026-03-01T12:00:00Z",
        "1772366400250, 2026-03-01T12:00:00.250Z",
        "20260301120000, 2026-03-01T12:00:00Z",
    })
    void time_is_read_in_each_form(String text, Instant expected) {
        assertThat(CarrierTimes.read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "260301120000000R",
                "261301120000000+",
                "260230120000000+",
                "260301246000000+",
                "000000000000000+",
                "26030112000000+",
                "2603011200000000+",
                "260301120000o00+",
                "2026-03-01T12:00:00",
                "yesterday",
                "1969-12-31T23:59:59Z",
                "+999999999-12-31T00:00:00Z",
                "12",
                "10260301120000"
            })
    void what_is_no_time_is_none(String text) {
        assertThat(CarrierTimes.read(text)).isNull();
        assertThat(CarrierTimes.absolute(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2603011205, 2026-03-01T12:05",
        "260301120559, 2026-03-01T12:05:59",
        "202603011205, 2026-03-01T12:05",
        "20260301120559, 2026-03-01T12:05:59",
        "2613011205,",
        "26030112,",
        "26030112059,",
        "-603011205,",
    })
    void date_of_a_receipt_has_two_or_four_digits_of_the_year(String digits, LocalDateTime date) {
        assertThat(CarrierTimes.local(digits)).isEqualTo(date);
    }

    @Test
    void numbers_are_seconds_or_milliseconds() {
        Instant time = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(CarrierTimes.read(time.getEpochSecond(), 4)).isEqualTo(time);
        assertThat(CarrierTimes.read(time.toEpochMilli(), 8)).isEqualTo(time);
        assertThat(CarrierTimes.read(-1, 8)).isNull();
        assertThat(CarrierTimes.read(Long.MAX_VALUE, 8)).isNull();
        assertThat(CarrierTimes.read(1, 2)).isNull();
    }

    @Test
    void arbitrary_text_never_throws() {
        Random random = new Random(16);
        String likely = "0123456789+-R:TZ.";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append(likely.charAt(random.nextInt(random.nextBoolean() ? 10 : 17)));
            }
            CarrierTimes.read(text.toString());
            CarrierTimes.absolute(text.toString());
            CarrierTimes.local(text.toString());
        }
    }
}
