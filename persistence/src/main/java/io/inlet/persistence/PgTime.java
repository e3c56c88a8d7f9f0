package io.inlet.persistence;

import io.inlet.sms.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Time as PostgreSQL keeps it: whole microseconds, counted from 2000. Everything is rounded down,
 * so that comparing kept instants says the same as comparing those they were made from, when one of
 * them is whole.
 */
final class PgTime {
    private static final long EPOCH_SECOND = 946_684_800;
    private static final int EPOCH_DAY = 10_957;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private PgTime() {}

    static long micros(Instant at) {
        return Math.addExact(
                Math.multiplyExact(at.getEpochSecond() - EPOCH_SECOND, MICROS_PER_SECOND),
                at.getNano() / NANOS_PER_MICRO);
    }

    /** The instant of which {@link #micros} told. */
    static Instant instant(long micros) {
        return Instant.EPOCH.plusSeconds(EPOCH_SECOND).plus(micros, ChronoUnit.MICROS);
    }

    static int days(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - EPOCH_DAY);
    }

    /** The instant as it will be read back. */
    static Instant floor(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    static Message.Times floor(Message.Times times) {
        Instant sentAt = times.sentAt();
        return new Message.Times(
                floor(times.receivedAt()),
                floor(times.completedAt()),
                sentAt == null ? null : floor(sentAt));
    }

    static LocalDate utcDay(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
