package io.inlet.code;

import io.inlet.code.ClockReader.Clock;
import io.inlet.code.ClockReader.Doubt;
import io.inlet.code.DateReader.Date;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments out of a text: a time of day, a date, both, or the end of a window between two. For
 * one text and thread.
 */
final class Moments {
    /** Letters, doubled, between a date and its time, at most: "12.03. um 14.35 Uhr". */
    private static final int BETWEEN = 16;

    /** Characters between them, at most. */
    private static final int GAP = 16;

    /** Times and dates that make one moment, at most: those of a window with both of both. */
    private static final int MOST_PARTS = 4;

    private final PlainText text;
    private final Terrain terrain;
    private final ClockReader clocks;
    private final DateReader dates;

    Moments(PlainText text, Hits hits, Terrain terrain) {
        this.text = text;
        this.terrain = terrain;
        this.clocks = new ClockReader(text, hits);
        this.dates = new DateReader(text, hits);
    }

    /**
     * A moment that a text names.
     *
     * @param isWindow whether it is the end of one
     * @param mayBeSpan whether it may be a span of hours instead
     * @param end null if it cannot be told for sure
     */
    record Moment(
            int from, int to, boolean isWindow, boolean mayBeSpan, @Nullable LocalMoment end) {}

    /** The first moment of a stretch, or null; it may end beyond the stretch. */
    @Nullable Moment first(int from, int end) {
        for (int at = from; at < end; at++) {
            if (CharForms.isDigit(text.at(at))) {
                Moment moment = at(at);
                if (moment != null) {
                    return moment;
                }
                at = endOfDigits(at, end);
            }
        }
        return null;
    }

    private int endOfDigits(int from, int end) {
        int at = from;
        while (at < end && CharForms.isDigit(text.at(at))) {
            at++;
        }
        return at;
    }

    /** The moment that starts there, or null. */
    @Nullable Moment at(int from) {
        boolean goesOn = CharForms.isCodeChar(text.at(from - 1)) || isPartOfMore(from);
        Parts parts = new Parts(clocks.start(from));
        if (goesOn || !parts.take(from, false)) {
            return null;
        }
        boolean more = true;
        for (int i = 1; i < MOST_PARTS && more; i++) {
            int next = next(parts.to);
            more = next > 0 && parts.take(next, isTo(parts.to, next));
        }
        return parts.moment();
    }

    // "+7.30", "*14:35", "a.12.03"
    private boolean isPartOfMore(int from) {
        char before = text.at(from - 1);
        boolean joined = ".,:/".indexOf(before) >= 0 && CharForms.isCodeChar(text.at(from - 2));
        return "+*#@".indexOf(before) >= 0 || joined;
    }

    /** Where the next digits are, if they are near enough to belong to the same moment, or 0. */
    private int next(int from) {
        int at = from;
        while (at - from <= GAP && !CharForms.isDigit(text.at(at))) {
            at++;
        }
        int start = clocks.start(at);
        boolean near =
                CharForms.isDigit(text.at(at))
                        && terrain.letters(from, start) <= BETWEEN
                        && terrain.sentences(from, start) == 0
                        && terrain.lines(from, start) == 0;
        return near ? at : 0;
    }

    // "14:05-14:35", "14:05 ~ 14:35"
    private boolean isTo(int from, int to) {
        boolean joined = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '-' && c != '~' && c != ' ') {
                return false;
            }
            joined |= c != ' ';
        }
        return joined;
    }

    /** The times and dates of one moment, taken one after the other. */
    private final class Parts {
        private final int from;
        private int to;
        private boolean isWindow;
        private boolean isSure = true;
        private @Nullable Clock clock;
        private @Nullable Date date;

        Parts(int from) {
            this.from = from;
        }

        /** Takes what stands there; whether it belongs to the moment. */
        boolean take(int at, boolean window) {
            DigitRun run = DigitRun.at(text, at);
            if (run == null) {
                return false;
            }
            Clock time = clocks.at(run);
            Date day = time != null && time.doubt() != Doubt.DATE ? null : dates.at(run);
            if (day != null) {
                return take(day, window);
            }
            return time != null && take(time, window);
        }

        private boolean take(Date next, boolean window) {
            if (date != null && !window) {
                return false;
            }
            date = next;
            clock = window ? null : clock;
            return taken(next.to(), window, next.day() != null);
        }

        private boolean take(Clock next, boolean window) {
            Clock former = clock;
            if (former != null && !window) {
                return false;
            }
            if (former != null && window && next.time().isBefore(former.time())) {
                date = null; // it ends on the day after
            }
            clock = next;
            return taken(next.to(), window && former != null, next.doubt() != Doubt.DATE);
        }

        private boolean taken(int end, boolean window, boolean sure) {
            to = end;
            isWindow |= window;
            isSure &= sure;
            return true;
        }

        Moment moment() {
            boolean span = date == null && clock != null && clock.doubt() == Doubt.SPAN;
            return new Moment(from, to, isWindow, span, isSure ? end() : null);
        }

        private @Nullable LocalMoment end() {
            MonthDay day = date == null ? null : date.day();
            Integer year = date == null ? null : date.year();
            if (clock == null) {
                return new LocalMoment(null, day, year, null);
            }
            LocalTime time = day != null && clock.endsDay() ? null : clock.time();
            ZoneOffset offset = time == null ? null : clock.offset();
            return new LocalMoment(time, day, year, offset);
        }
    }
}
