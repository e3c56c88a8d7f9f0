package io.inlet.code;

import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A moment as a text names it: by the clock, by the calendar, or by both, where its reader is. It
 * says nothing of a place or an arrival; {@link io.inlet.sms.Expiry} makes an instant of it.
 *
 * @param time the time of day, or null for the end of the day
 * @param day the day of the year, or null if only a time is named
 * @param year 2000 to 2099, or null; only with a day
 * @param offset where the clock is one of the world ("14:35 UTC"), or null; only with a time
 */
public record LocalMoment(
        @Nullable LocalTime time,
        @Nullable MonthDay day,
        @Nullable Integer year,
        @Nullable ZoneOffset offset) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    public LocalMoment {
        if (time == null && (day == null || offset != null)) {
            throw new IllegalArgumentException("a moment has a time, or a day and no offset");
        }
        if (year != null && (day == null || !isYear(year) || !day.isValidYear(year))) {
            throw new IllegalArgumentException("a year is 2000 to 2099 and has the day");
        }
    }

    /** A time of day. */
    public static LocalMoment at(LocalTime time) {
        return new LocalMoment(time, null, null, null);
    }

    private static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Whether a year has a day, and is one of those that a moment can have. */
    static boolean isDay(MonthDay day, int year) {
        return isYear(year) && day.isValidYear(year);
    }

    /**
     * As ISO 8601 has it, without what is not known: {@code 14:35}, {@code 03-12}, {@code
     * 2031-03-12T14:35}, {@code 14:35Z}.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (day != null) {
            text.append(year == null ? "" : year + "-").append(day.toString().substring(2));
        }
        if (time != null) {
            text.append(day == null ? "" : "T").append(time);
        }
        return offset == null ? text.toString() : text.append(offset).toString();
    }
}
