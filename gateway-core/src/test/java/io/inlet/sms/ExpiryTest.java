package io.inlet.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.inlet.code.CodeReading;
import io.inlet.code.CodeReading.Kind;
import io.inlet.code.CodeReading.Purpose;
import io.inlet.code.LocalMoment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    private static final Msisdn GERMANY = new Msisdn("4915112345678");
    private static final Msisdn UNITED_STATES = new Msisdn("12125550123");
    private static final Msisdn CANADA = new Msisdn("14165550123");
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(14, 30);

    private static CodeReading reading(@Nullable Duration span, @Nullable LocalMoment until) {
        return new CodeReading(
                "270415",
                "270415",
                Kind.ONE_TIME_CODE,
                null,
                span,
                until,
                Purpose.UNKNOWN,
                1,
                "alone",
                1,
                List.of());
    }

    private static @Nullable Instant end(LocalMoment until, String arrival, Msisdn number) {
        return Expiry.of(reading(null, until), Instant.parse(arrival), number);
    }

    private static Instant utc(String instant) {
        return Instant.parse(instant);
    }

    private static LocalMoment date(int month, int day, @Nullable Integer year) {
        return new LocalMoment(null, MonthDay.of(month, day), year, null);
    }

    @Test
    void span_counts_from_the_arrival() {
        Instant arrival = utc("2031-03-12T13:05:07Z");
        assertThat(Expiry.of(reading(Duration.ofMinutes(10), null), arrival, GERMANY))
                .isEqualTo(arrival.plusSeconds(600));
        assertThat(Expiry.of(reading(null, null), arrival, GERMANY)).isNull();
    }

    @Test
    void time_is_meant_by_the_clock_of_the_number() {
        LocalMoment until = LocalMoment.at(HALF_PAST_TWO);
        assertThat(end(until, "2031-03-12T13:05:00Z", GERMANY))
                .isEqualTo(utc("2031-03-12T13:30:00Z"));
        assertThat(end(until, "2031-07-12T12:05:00Z", GERMANY))
                .isEqualTo(utc("2031-07-12T12:30:00Z"));
        assertThat(end(until, "2031-03-12T08:50:00Z", new Msisdn("919812345678")))
                .isEqualTo(utc("2031-03-12T09:00:00Z"));
    }

    @Test
    void time_after_midnight_is_of_the_next_day() {
        assertThat(end(LocalMoment.at(LocalTime.of(0, 10)), "2031-03-12T22:50:00Z", GERMANY))
                .isEqualTo(utc("2031-03-12T23:10:00Z"));
        assertThat(end(LocalMoment.at(LocalTime.MIDNIGHT), "2031-03-12T22:50:00Z", GERMANY))
                .isEqualTo(utc("2031-03-12T23:00:00Z"));
        assertThat(end(LocalMoment.at(LocalTime.of(23, 59)), "2031-03-12T23:00:10Z", GERMANY))
                .isEqualTo(utc("2031-03-13T22:59:00Z"));
    }

    @Test
    void minute_that_is_just_over_still_counts() {
        LocalMoment until = LocalMoment.at(HALF_PAST_TWO);
        assertThat(end(until, "2031-03-12T13:31:00Z", GERMANY))
                .isEqualTo(utc("2031-03-12T13:30:00Z"));
        assertThat(end(until, "2031-03-12T13:31:01Z", GERMANY))
                .isEqualTo(utc("2031-03-13T13:30:00Z"));
        assertThat(end(LocalMoment.at(LocalTime.MIDNIGHT), "2031-03-12T23:00:30Z", GERMANY))
                .isEqualTo(utc("2031-03-12T23:00:00Z"));
    }

    @Test
    void country_with_many_clocks_means_the_earliest_to_come() {
        LocalMoment until = LocalMoment.at(HALF_PAST_TWO);
        assertThat(end(until, "2031-07-12T18:20:00Z", UNITED_STATES)) // 14:20 in New York
                .isEqualTo(utc("2031-07-12T18:30:00Z"));
        assertThat(end(until, "2031-07-12T21:20:00Z", UNITED_STATES)) // 14:20 in Los Angeles
                .isEqualTo(utc("2031-07-12T21:30:00Z"));
        assertThat(end(until, "2031-07-12T16:55:00Z", CANADA)) // 14:25 in St John's
                .isEqualTo(utc("2031-07-12T17:00:00Z"));
    }

    @Test
    void hour_that_the_clocks_skip_is_meant_as_an_hour_later() {
        assertThat(end(LocalMoment.at(LocalTime.of(2, 30)), "2031-03-30T00:50:00Z", GERMANY))
                .isEqualTo(utc("2031-03-30T01:30:00Z"));
    }

    @Test
    void of_an_hour_that_comes_twice_the_first_to_come_counts() {
        LocalMoment until = LocalMoment.at(LocalTime.of(2, 30));
        assertThat(end(until, "2031-10-26T00:20:00Z", GERMANY))
                .isEqualTo(utc("2031-10-26T00:30:00Z"));
        assertThat(end(until, "2031-10-26T00:40:00Z", GERMANY))
                .isEqualTo(utc("2031-10-26T01:30:00Z"));
    }

    @Test
    void time_that_is_a_day_and_an_hour_away_when_clocks_go_back_is_not_told() {
        LocalMoment until = LocalMoment.at(LocalTime.of(14, 30));
        assertThat(end(until, "2031-10-25T12:32:00Z", GERMANY)).isNull();
    }

    @Test
    void day_ends_at_midnight() {
        Instant end = utc("2031-03-12T23:00:00Z");
        assertThat(end(date(3, 12, 2031), "2031-03-01T09:00:00Z", GERMANY)).isEqualTo(end);
        assertThat(end(date(3, 12, null), "2031-03-12T22:59:00Z", GERMANY)).isEqualTo(end);
        assertThat(end(date(3, 12, 2031), "2031-03-12T23:02:00Z", GERMANY)).isNull();
    }

    @Test
    void day_without_a_year_is_the_next_one_if_that_is_near() {
        assertThat(end(date(1, 2, null), "2031-12-30T09:00:00Z", GERMANY))
                .isEqualTo(utc("2032-01-02T23:00:00Z"));
        assertThat(end(date(12, 31, null), "2031-12-31T23:00:20Z", GERMANY))
                .isEqualTo(utc("2031-12-31T23:00:00Z"));
        assertThat(end(date(2, 29, null), "2031-12-30T09:00:00Z", GERMANY))
                .isEqualTo(utc("2032-02-29T23:00:00Z"));
        assertThat(end(date(3, 12, null), "2031-03-14T09:00:00Z", GERMANY)).isNull();
        assertThat(end(date(3, 12, 2035), "2031-03-14T09:00:00Z", GERMANY)).isNull();
    }

    @Test
    void time_of_a_day_is_told() {
        var until = new LocalMoment(HALF_PAST_TWO, MonthDay.of(3, 12), null, null);
        assertThat(end(until, "2031-03-10T09:00:00Z", GERMANY))
                .isEqualTo(utc("2031-03-12T13:30:00Z"));
    }

    @Test
    void clock_of_the_world_needs_no_country() {
        var until = new LocalMoment(HALF_PAST_TWO, null, null, ZoneOffset.ofHours(3));
        assertThat(end(until, "2031-03-12T11:00:00Z", new Msisdn("72345")))
                .isEqualTo(utc("2031-03-12T11:30:00Z"));
    }

    @Test
    void number_of_no_country_tells_no_clock() {
        LocalMoment until = LocalMoment.at(HALF_PAST_TWO);
        for (String number : List.of("72345", "88213000001", "80012345678", "21012345678")) {
            assertThat(end(until, "2031-03-12T13:05:00Z", new Msisdn(number))).isNull();
        }
    }

    @Test
    void every_country_that_has_numbers_has_clocks() {
        assertThat(PhoneNumberUtil.getInstance().getSupportedRegions())
                .allSatisfy(country -> assertThat(CountryZones.of(country)).isNotEmpty());
        assertThat(CountryZones.of("DE")).hasSize(1);
        assertThat(CountryZones.of("XX")).isEmpty();
    }
}
