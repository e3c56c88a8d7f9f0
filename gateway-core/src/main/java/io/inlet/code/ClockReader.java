package io.inlet.code;

import io.inlet.code.CalendarWords.Part;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads times of day: {@code 14:35}, {@code 14.35 Uhr}, {@code 18h30}, {@code 2:35 pm}, {@code
 * 14時35分}. For one text and thread.
 */
final class ClockReader {
    private static final int NOON = 12;
    private static final int MIDNIGHT = 24;
    private static final int SIXTY = 60;

    /** From here on an hour of the night belongs to the evening. */
    private static final int EVENING = 6;

    /** Words about one clock, such as "Uhr" and "MEZ", on either side of it, at most. */
    private static final int MOST_WORDS = 2;

    private static final int FARTHEST_OFFSET = 14;

    private final PlainText text;
    private final Hits hits;
    private final Beside beside;
    private final CalendarWords words = CalendarWords.shipped();

    ClockReader(PlainText text, Hits hits) {
        this.text = text;
        this.hits = hits;
        this.beside = new Beside(hits);
    }

    /**
     * A time of day in a text.
     *
     * @param to after it, words such as "Uhr" and "pm" included
     * @param time what it says; 24:00 as midnight
     * @param endsDay whether it is 24:00
     * @param doubt what else it may be
     */
    record Clock(
            int to, LocalTime time, boolean endsDay, Doubt doubt, @Nullable ZoneOffset offset) {}

    /** What a time of day may be instead. */
    enum Doubt {
        NONE,
        /** 12.03 */
        DATE,
        /** "18 h", "2 часа" */
        SPAN
    }

    /** The time of day that starts with these digits, or null. */
    @Nullable Clock at(DigitRun hour) {
        if (!hour.isShort() || hour.value() > MIDNIGHT) {
            return null;
        }
        char mark = text.at(hour.to());
        if (mark == ':' || mark == '.') {
            DigitRun minute = minute(hour.to() + 1);
            if (minute != null) {
                return withMinute(hour, minute, mark);
            }
            if (mark == ':') {
                return null;
            }
        }
        return bare(hour);
    }

    private @Nullable DigitRun minute(int at) {
        DigitRun minute = DigitRun.at(text, at);
        return minute == null || minute.length() != 2 || minute.value() >= SIXTY ? null : minute;
    }

    private @Nullable Clock withMinute(DigitRun hour, DigitRun minute, char mark) {
        int to = minute.to();
        int second = 0;
        DigitRun more = text.at(to) == mark ? minute(to + 1) : null;
        if (more != null && mark == ':') {
            second = more.value();
            to = more.to();
        }
        boolean goesOn = ":./".indexOf(text.at(to)) >= 0 && CharForms.isDigit(text.at(to + 1));
        if (goesOn || text.at(to) == '%') {
            return null;
        }
        Words around = around(hour.from(), to);
        boolean sure = mark == ':' || around.any || minute.value() > NOON;
        Doubt doubt = sure ? Doubt.NONE : Doubt.DATE;
        return clock(hour, minute.value() * SIXTY + second, around, doubt);
    }

    // "18 Uhr", "18h30", "18時半", "om 18"
    private @Nullable Clock bare(DigitRun hour) {
        int word = near(hour.to());
        if (word == Beside.NONE) {
            boolean free = !CharForms.isLetterOrDigit(text.at(hour.to())) && isLed(hour);
            return free ? clock(hour, 0, around(hour.from(), hour.to()), Doubt.NONE) : null;
        }
        int end = hits.to(word);
        if (part(word) == Part.HALF) {
            return clock(hour, SIXTY * SIXTY / 2, around(hour.from(), end), Doubt.NONE);
        }
        DigitRun minute = minute(text.at(end) == ' ' ? end + 1 : end);
        boolean glued = minute != null && minute.from() == end;
        int unit = minute == null ? Beside.NONE : unit(minute.to());
        Doubt doubt = hits.starts(hits.from(word), Cue.HOUR) ? Doubt.SPAN : Doubt.NONE;
        if (minute != null && (glued || unit != Beside.NONE)) {
            int to = unit == Beside.NONE ? minute.to() : hits.to(unit);
            Words around = around(hour.from(), to);
            return clock(hour, minute.value() * SIXTY, around, glued ? Doubt.NONE : doubt);
        }
        return clock(hour, 0, around(hour.from(), hour.to()), doubt);
    }

    private int unit(int at) {
        int glued = beside.startingAt(at, Cue.MINUTE);
        boolean spaced = glued == Beside.NONE && text.at(at) == ' ';
        return spaced ? beside.startingAt(at + 1, Cue.MINUTE) : glued;
    }

    // "om 18", and not "om 18 minuten", "om 18.5", "om 18 mei"
    private boolean isLed(DigitRun hour) {
        int at = text.at(hour.to()) == ' ' ? hour.to() + 1 : hour.to();
        long other =
                Cue.SECOND.bit()
                        | Cue.MINUTE.bit()
                        | Cue.HOUR.bit()
                        | Cue.DAY.bit()
                        | Cue.MONTH.bit();
        boolean goesOn =
                ".,/-".indexOf(text.at(hour.to())) >= 0
                        && CharForms.isDigit(text.at(hour.to() + 1));
        boolean led = wordBefore(hour.from()) != Beside.NONE;
        return led && !goesOn && (hits.startsAt(at) & other) == 0;
    }

    /** Where a time of day begins whose digits start there, words such as "kl." included. */
    int start(int at) {
        int word = wordBefore(at);
        return word == Beside.NONE ? at : hits.from(word);
    }

    // German "am 12.03." is no hour before noon.
    private int wordBefore(int at) {
        int word = beside.endingAt(at, Cue.TIME);
        if (word == Beside.NONE && text.at(at - 1) == ' ') {
            word = beside.endingAt(at - 1, Cue.TIME);
            boolean point = word == Beside.NONE && text.at(at - 2) == '.';
            word = point ? beside.endingAt(at - 2, Cue.TIME) : word;
        }
        boolean latin = word != Beside.NONE && hits.to(word) - hits.from(word) <= 2;
        return latin && text.at(hits.to(word) - 1) == 'm' ? Beside.NONE : word;
    }

    /** A word about time right after, or after a space or a point. */
    private int near(int at) {
        int glued = beside.startingAt(at, Cue.TIME);
        boolean gap = glued == Beside.NONE && (text.at(at) == ' ' || text.at(at) == '.');
        return gap ? beside.startingAt(at + 1, Cue.TIME) : glued;
    }

    private @Nullable Part part(int word) {
        return words.part(text.subSequence(hits.from(word), hits.to(word)));
    }

    /** What the words around a clock say. For one clock. */
    private static final class Words {
        private int to;
        private boolean any;
        private @Nullable Part half;
        private @Nullable ZoneOffset offset;

        private void take(@Nullable Part part) {
            any = true;
            if (part != null && part != Part.UTC) {
                half = part;
            }
        }
    }

    private Words around(int from, int end) {
        Words around = new Words();
        around.to = end;
        int at = from;
        for (int i = 0; i < MOST_WORDS; i++) {
            int word = wordBefore(at);
            if (word == Beside.NONE) {
                break;
            }
            around.take(part(word));
            at = hits.from(word);
        }
        for (int i = 0; i < MOST_WORDS; i++) {
            int word = near(around.to);
            if (word == Beside.NONE || !isWhole(word)) {
                break;
            }
            Part part = part(word);
            around.take(part);
            around.to = hits.to(word);
            if (part == Part.UTC) {
                offset(around);
            }
        }
        return around;
    }

    // "h" in "18h30" is read by then.
    private boolean isWhole(int word) {
        return !CharForms.isDigit(text.at(hits.to(word)));
    }

    // "UTC", "GMT+3", "UTC+05:30"
    private void offset(Words around) {
        around.offset = ZoneOffset.UTC;
        char sign = text.at(around.to);
        DigitRun hours = DigitRun.at(text, around.to + 1);
        if ((sign != '+' && sign != '-') || hours == null || !isOffset(hours)) {
            return;
        }
        around.to = hours.to();
        DigitRun minutes = text.at(around.to) == ':' ? minute(around.to + 1) : null;
        int seconds = hours.value() * SIXTY * SIXTY;
        if (minutes != null) {
            seconds += minutes.value() * SIXTY;
            around.to = minutes.to();
        }
        around.offset = ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
    }

    private static boolean isOffset(DigitRun hours) {
        return hours.isShort() && hours.value() <= FARTHEST_OFFSET;
    }

    private static @Nullable Clock clock(DigitRun hour, int seconds, Words around, Doubt doubt) {
        boolean endsDay = hour.value() == MIDNIGHT;
        if (endsDay && seconds > 0) {
            return null;
        }
        int ofDay = hourOfDay(hour.value() % MIDNIGHT, around.half);
        LocalTime time = LocalTime.ofSecondOfDay((long) ofDay * SIXTY * SIXTY + seconds);
        return new Clock(around.to, time, endsDay, doubt, around.offset);
    }

    private static int hourOfDay(int hour, @Nullable Part half) {
        boolean later = half == Part.PM || (half == Part.NIGHT && hour >= EVENING);
        if (later && hour < NOON) {
            return hour + NOON;
        }
        boolean first = half == Part.AM || half == Part.NIGHT;
        return hour == NOON && first ? 0 : hour;
    }
}
