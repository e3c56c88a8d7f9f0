package io.inlet.smpp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Times as carriers write them. What cannot be read, and what lies before 1970 or after 9999, is
 * null; nothing throws. Stateless.
 */
final class CarrierTimes {
    private static final int ABSOLUTE = 16;
    private static final int LONGEST = 40;
    private static final int MINUTES_IN_QUARTER = 15;
    private static final int CENTURY = 2000;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private CarrierTimes() {}

    /** An absolute time of SMPP, ISO 8601 with an offset, or the time since 1970 in digits. */
    static @Nullable Instant read(String text) {
        if (text.length() == ABSOLUTE && isDigits(text, ABSOLUTE - 1)) {
            return absolute(text);
        }
        if (text.length() > LONGEST) {
            return null;
        }
        if (isDigits(text, text.length())) {
            return sinceEpoch(text);
        }
        try {
            return bounded(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Seconds since 1970 in 4 octets, or milliseconds in 8. */
    static @Nullable Instant read(long number, int octets) {
        return switch (octets) {
            case Integer.BYTES -> Instant.ofEpochSecond(number);
            case Long.BYTES -> bounded(Instant.ofEpochMilli(number));
            default -> null;
        };
    }

    /**
     * An absolute time, YYMMDDhhmmsstnnp (SMPP 3.4, section 7.1.1.1): t is tenths of a second, nn
     * the offset from UTC in quarters of an hour and p its sign. The specification ends nn at 48;
     * zones east of +12 need more, and get it. A relative time, of which p is R, is none.
     */
    static @Nullable Instant absolute(String text) {
        char sign = text.length() == ABSOLUTE ? text.charAt(ABSOLUTE - 1) : 'R';
        if ((sign != '+' && sign != '-') || !isDigits(text, ABSOLUTE - 1)) {
            return null;
        }
        LocalDateTime local = local(text.substring(0, 12));
        if (local == null) {
            return null;
        }
        int ahead = number(text, 13, 15) * MINUTES_IN_QUARTER;
        return local.plusNanos(number(text, 12, 13) * 100_000_000L)
                .minusMinutes(sign == '+' ? ahead : -ahead)
                .toInstant(ZoneOffset.UTC);
    }

    /** A date and time without a zone: YYMMDDhhmm, YYMMDDhhmmss or with four digits of the year. */
    static @Nullable LocalDateTime local(String digits) {
        int length = digits.length();
        if (length < 10 || length > 14 || length % 2 != 0 || !isDigits(digits, length)) {
            return null;
        }
        // 12 digits may be either; a carrier's year is never 25xx, and its month never 20.
        boolean longYear =
                length == 14 || (length == 12 && digits.startsWith("20") && !isMonth(digits));
        int at = longYear ? 4 : 2;
        int year = longYear ? number(digits, 0, 4) : CENTURY + number(digits, 0, 2);
        try {
            return LocalDateTime.of(
                    year,
                    number(digits, at, at + 2),
                    number(digits, at + 2, at + 4),
                    number(digits, at + 4, at + 6),
                    number(digits, at + 6, at + 8),
                    length >= at + 10 ? number(digits, at + 8, at + 10) : 0);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isMonth(String digits) {
        int month = number(digits, 2, 4);
        return month >= 1 && month <= 12;
    }

    private static @Nullable Instant sinceEpoch(String digits) {
        return switch (digits.length()) {
            case 10 -> Instant.ofEpochSecond(Long.parseLong(digits));
            case 13 -> Instant.ofEpochMilli(Long.parseLong(digits));
            case 14 -> utc(local(digits));
            default -> null;
        };
    }

    private static @Nullable Instant utc(@Nullable LocalDateTime time) {
        return time == null ? null : bounded(time.toInstant(ZoneOffset.UTC));
    }

    // Neither the database nor the contract has years of more than four digits.
    private static @Nullable Instant bounded(Instant time) {
        return time.isBefore(Instant.EPOCH) || time.isAfter(LATEST) ? null : time;
    }

    private static boolean isDigits(String text, int length) {
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return length > 0;
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
