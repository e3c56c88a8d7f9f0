package io.inlet.sms;

import io.inlet.code.CodeReading;
import io.inlet.code.LocalMoment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Until when a code is good. What its text says counts from the arrival, or is meant by the clocks
 * of the country whose number received it; where there are several, by the one that makes the
 * earliest end that is still to come. Stateless; any thread may call it.
 */
public final class Expiry {
    /** Texts name minutes, and take some time to arrive. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final Duration DAY = Duration.ofHours(24);

    /** A day without a year that is farther away is rather one that has passed. */
    private static final Duration HALF_A_YEAR = Duration.ofDays(183);

    private static final Duration LONGEST = Duration.ofDays(400);

    private final LocalMoment moment;
    private final Instant arrival;

    private Expiry(LocalMoment moment, Instant arrival) {
        this.moment = moment;
        this.arrival = arrival;
    }

    /**
     * When a code ceases to be good, or null if its text does not say so, or it cannot be told: the
     * country of the number has no known clock, or the end lies before the arrival, or more than 24
     * hours after it for a time of day, 183 days for a day without a year, 400 days for any. An end
     * less than a minute before the arrival counts as still to come. A day without a time ends at
     * midnight. An hour that the clocks skip is meant as an hour later, and of one that comes twice
     * the first that is still to come counts.
     *
     * @param receivedAt when the message came, to which a span is added
     * @param number the number that received it
     */
    public static @Nullable Instant of(CodeReading reading, Instant receivedAt, Msisdn number) {
        Duration validFor = reading.validFor();
        LocalMoment until = reading.validUntil();
        if (validFor != null) {
            return receivedAt.plus(validFor);
        }
        return until == null ? null : new Expiry(until, receivedAt).in(zones(until, number));
    }

    private static List<ZoneId> zones(LocalMoment until, Msisdn number) {
        if (until.offset() != null) {
            return List.of(until.offset());
        }
        String country = E164.country(number.digits());
        return country == null ? List.of() : CountryZones.of(country);
    }

    private @Nullable Instant in(List<ZoneId> zones) {
        Instant earliest = arrival.minus(SLACK);
        Instant latest = arrival.plus(longest());
        return zones.stream()
                .flatMap(this::ends)
                .filter(end -> !end.isBefore(earliest) && !end.isAfter(latest))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Duration longest() {
        if (moment.day() == null) {
            return DAY;
        }
        return moment.year() == null ? HALF_A_YEAR : LONGEST;
    }

    private Stream<Instant> ends(ZoneId zone) {
        LocalTime time = moment.time();
        return days(zone)
                .flatMap(day ->
                        time == null
                                ? Stream.of(day.plusDays(1).atStartOfDay(zone).toInstant())
                                : instants(day.atTime(time), zone));
    }

    private Stream<LocalDate> days(ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(arrival.minus(SLACK), zone);
        MonthDay day = moment.day();
        Integer year = moment.year();
        if (day == null) {
            return Stream.of(today, today.plusDays(1));
        }
        IntStream years =
                year == null
                        ? IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                        : IntStream.of(year);
        return years.filter(day::isValidYear).mapToObj(day::atYear);
    }

    // None in the gap when clocks go forward, two when they go back.
    private static Stream<Instant> instants(LocalDateTime time, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(time);
        return offsets.isEmpty()
                ? Stream.of(time.atZone(zone).toInstant())
                : offsets.stream().map(time::toInstant);
    }
}
