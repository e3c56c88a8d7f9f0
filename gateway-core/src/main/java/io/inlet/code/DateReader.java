package io.inlet.code;

import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates: {@code 2031-03-12}, {@code 12.03.}, {@code 12. März 2031}, {@code March 12}, {@code
 * 2031年3月12日}. For one text and thread.
 */
final class DateReader {
    private static final String MARKS = ".-/";
    private static final String MONTH_SIGNS = "月월";
    private static final String DAY_SIGNS = "日号號일";
    private static final String YEAR_SIGNS = "年년";

    /** Characters between a day and the name of its month, or that and its year, at most. */
    private static final int GAP = 6;

    private static final int MOST_MONTHS = 12;
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int CENTURY = 2_000;

    /** Years of the Buddhist era are so many ahead. */
    private static final int BUDDHIST = 543;

    private final PlainText text;
    private final Hits hits;
    private final Beside beside;
    private final CalendarWords words = CalendarWords.shipped();

    DateReader(PlainText text, Hits hits) {
        this.text = text;
        this.hits = hits;
        this.beside = new Beside(hits);
    }

    /**
     * A date in a text.
     *
     * @param to after it
     * @param day null if it cannot be told: 03/12 is a day of March to some and of December to
     *     others, and not every calendar is ours
     */
    record Date(int to, @Nullable MonthDay day, @Nullable Integer year) {}

    /** The date that starts with these digits, or null. */
    @Nullable Date at(DigitRun first) {
        if (first.length() == 4) {
            return fromYear(first);
        }
        if (!first.isShort()) {
            return null;
        }
        Date signed = fromMonth(first, null);
        if (signed != null) {
            return signed;
        }
        Date marked = marked(first);
        return marked == null ? named(first) : marked;
    }

    private @Nullable Date fromYear(DigitRun year) {
        char mark = text.at(year.to());
        if (isSigned(year.to(), YEAR_SIGNS)) {
            DigitRun month = DigitRun.near(text, afterSign(year.to()));
            return month == null ? null : fromMonth(month, year);
        }
        if (MARKS.indexOf(mark) < 0) {
            return null;
        }
        DigitRun month = next(year.to() + 1, mark);
        DigitRun day =
                month == null || text.at(month.to()) != mark ? null : next(month.to() + 1, mark);
        return month == null || day == null
                ? null
                : date(afterPoint(day.to(), mark), day.value(), month.value(), year);
    }

    // Dots may have a space after them: "2031. 03. 12."
    private @Nullable DigitRun next(int at, char mark) {
        DigitRun run = mark == '.' ? DigitRun.near(text, at) : DigitRun.at(text, at);
        return run != null && run.isShort() ? run : null;
    }

    private int afterPoint(int at, char mark) {
        return mark == '.' && text.at(at) == '.' ? at + 1 : at;
    }

    private boolean isSigned(int at, String signs) {
        char c = text.at(at) == ' ' ? text.at(at + 1) : text.at(at);
        return signs.indexOf(c) >= 0;
    }

    private int afterSign(int at) {
        return text.at(at) == ' ' ? at + 2 : at + 1;
    }

    // "3月12日", "3월 12일"
    private @Nullable Date fromMonth(DigitRun month, @Nullable DigitRun year) {
        if (!isSigned(month.to(), MONTH_SIGNS)) {
            return null;
        }
        DigitRun day = DigitRun.near(text, afterSign(month.to()));
        if (day == null || !isSigned(day.to(), DAY_SIGNS)) {
            return null;
        }
        return date(afterSign(day.to()), day.value(), month.value(), year);
    }

    // "12.03.", "12.03.2031", "12/03/31", "12-03-2031"
    private @Nullable Date marked(DigitRun first) {
        char mark = text.at(first.to());
        DigitRun second = MARKS.indexOf(mark) < 0 ? null : next(first.to() + 1, mark);
        if (second == null) {
            return null;
        }
        DigitRun year = text.at(second.to()) == mark ? year(second.to() + 1, mark) : null;
        if (year == null && (mark == '-' || isAlone(first, second, mark))) {
            return null;
        }
        if (year == null && first.value() == 24 && second.value() == 7) {
            return null; // around the clock
        }
        int to = afterPoint(year == null ? second.to() : year.to(), mark);
        boolean dayFirst = mark == '.' || first.value() > MOST_MONTHS;
        if (!dayFirst && second.value() <= MOST_MONTHS && first.value() != second.value()) {
            return new Date(to, null, null);
        }
        return dayFirst
                ? date(to, first.value(), second.value(), year)
                : date(to, second.value(), first.value(), year);
    }

    private @Nullable DigitRun year(int at, char mark) {
        DigitRun year = mark == '.' ? DigitRun.near(text, at) : DigitRun.at(text, at);
        boolean glued = year != null && year.from() == at; // "12.03. 14 Uhr"
        return year != null && year.length() == (glued ? 2 : 4) ? year : longYear(year);
    }

    private static @Nullable DigitRun longYear(@Nullable DigitRun year) {
        return year != null && year.length() == 4 ? year : null;
    }

    // "12.03" may be a time of day, or a number; "12.03." hardly.
    private boolean isAlone(DigitRun first, DigitRun second, char mark) {
        boolean dotted = mark == '.' && text.at(second.to()) != '.';
        return dotted && first.value() <= 24;
    }

    // "12 March", "12. März 2031", "12 de marzo de 2031", "March 12, 2031"
    private @Nullable Date named(DigitRun day) {
        int after = monthAfter(day.to());
        int before = after == Beside.NONE ? monthBefore(day.from()) : Beside.NONE;
        int hit = after == Beside.NONE ? before : after;
        if (hit == Beside.NONE) {
            return null;
        }
        int end = after == Beside.NONE ? afterOrdinal(day.to()) : hits.to(hit);
        DigitRun year = yearAfter(end);
        return date(year == null ? end : year.to(), day.value(), month(hit), year);
    }

    private int monthAfter(int at) {
        for (int i = at; i <= at + GAP; i++) {
            int hit = beside.startingAt(i, Cue.MONTH);
            if (hit != Beside.NONE && month(hit) > 0) {
                return hit;
            }
            if (CharForms.isDigit(text.at(i)) || ",;:\n".indexOf(text.at(i)) >= 0) {
                break;
            }
        }
        return Beside.NONE;
    }

    private int monthBefore(int at) {
        int glued = beside.endingAt(at, Cue.MONTH);
        int hit = glued == Beside.NONE ? beside.endingAt(at - 1, Cue.MONTH) : glued;
        return hit == Beside.NONE || month(hit) == 0 ? Beside.NONE : hit;
    }

    private int afterOrdinal(int at) {
        int end = at;
        while (end - at < 2 && CharForms.isLatin(text.at(end))) {
            end++;
        }
        return CharForms.isLatin(text.at(end)) ? at : end;
    }

    private @Nullable DigitRun yearAfter(int at) {
        for (int i = at; i <= at + GAP; i++) {
            DigitRun year = DigitRun.at(text, i);
            if (year != null) {
                return year.length() == 4 ? year : null;
            }
            if (CharForms.isDigit(text.at(i)) || ";:\n".indexOf(text.at(i)) >= 0) {
                return null;
            }
        }
        return null;
    }

    private int month(int hit) {
        return words.month(text.subSequence(hits.from(hit), hits.to(hit)));
    }

    private static @Nullable Date date(int to, int day, int month, @Nullable DigitRun year) {
        if (month < 1 || month > MOST_MONTHS || day < 1 || day > DAYS[month - 1]) {
            return null;
        }
        MonthDay monthDay = MonthDay.of(month, day);
        if (year == null) {
            return new Date(to, monthDay, null);
        }
        int full = year.isShort() ? CENTURY + year.value() : year.value();
        int ours = full > CENTURY + BUDDHIST - 100 ? full - BUDDHIST : full;
        return LocalMoment.isDay(monthDay, ours)
                ? new Date(to, monthDay, ours)
                : new Date(to, null, null);
    }
}
