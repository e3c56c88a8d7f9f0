package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LocalMomentTest {
    private static final LocalTime TIME = LocalTime.of(14, 35);
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    @Test
    void text_form_leaves_out_what_is_not_known() {
        assertThat(LocalMoment.at(TIME)).hasToString("14:35");
        assertThat(new LocalMoment(null, LEAP_DAY, null, null)).hasToString("02-29");
        assertThat(new LocalMoment(TIME, LEAP_DAY, null, null)).hasToString("02-29T14:35");
        assertThat(new LocalMoment(null, LEAP_DAY, 2032, null)).hasToString("2032-02-29");
        assertThat(new LocalMoment(TIME, LEAP_DAY, 2032, ZoneOffset.ofHours(3)))
                .hasToString("2032-02-29T14:35+03:00");
        assertThat(new LocalMoment(TIME, null, null, ZoneOffset.UTC)).hasToString("14:35Z");
    }

    @Test
    void moment_that_no_calendar_has_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalMoment(null, null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalMoment(TIME, null, 2032, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalMoment(TIME, LEAP_DAY, 2031, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalMoment(TIME, LEAP_DAY, 1932, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalMoment(null, LEAP_DAY, null, ZoneOffset.UTC));
    }
}
