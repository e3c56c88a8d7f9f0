package io.inlet.code;

import io.inlet.code.CalendarWords.Part;
import io.inlet.code.ClockWords.Around;
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

    private final PlainText text;
    private final Hits hits;
    private final Beside beside;
    private final ClockWords words;

    ClockReader(PlainText text, Hits hits) {
        this.text = text;
        this.hits = hits;
        this.beside = new Beside(hits);
        this.words = new ClockWords(text, hits, beside);
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
        return DigitRun.minute(text, at);
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
        Around around = words.around(hour.from(), to);
        boolean sure = mark == ':' || around.any() || minute.value() > NOON;
        Doubt doubt = sure ? Doubt.NONE : Doubt.DATE;
        return clock(hour, minute.value() * SIXTY + second, around, doubt);
    }

    // "18 Uhr", "18h30", "18時半", "om 18"
    private @Nullable Clock bare(DigitRun hour) {
        int word = words.after(hour.to());
        if (word == Beside.NONE) {
            boolean free = !CharForms.isLetterOrDigit(text.at(hour.to())) && isLed(hour);
            return free ? clock(hour, 0, words.around(hour.from(), hour.to()), Doubt.NONE) : null;
        }
        int end = hits.to(word);
        if (words.part(word) == Part.HALF) {
            return clock(hour, SIXTY * SIXTY / 2, words.around(hour.from(), end), Doubt.NONE);
        }
        DigitRun minute = minute(text.at(end) == ' ' ? end + 1 : end);
        boolean glued = minute != null && minute.from() == end;
        int unit = minute == null ? Beside.NONE : unit(minute.to());
        Doubt doubt = hits.starts(hits.from(word), Cue.HOUR) ? Doubt.SPAN : Doubt.NONE;
        if (minute != null && (glued || unit != Beside.NONE)) {
            int to = unit == Beside.NONE ? minute.to() : hits.to(unit);
            Around around = words.around(hour.from(), to);
            return clock(hour, minute.value() * SIXTY, around, glued ? Doubt.NONE : doubt);
        }
        return clock(hour, 0, words.around(hour.from(), hour.to()), doubt);
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
        boolean led = words.before(hour.from()) != Beside.NONE;
        return led && !goesOn && (hits.startsAt(at) & other) == 0;
    }

    /** Where a time of day begins whose digits start there, words such as "kl." included. */
    int start(int at) {
        int word = words.before(at);
        return word == Beside.NONE ? at : hits.from(word);
    }

    private static @Nullable Clock clock(DigitRun hour, int seconds, Around around, Doubt doubt) {
        boolean endsDay = hour.value() == MIDNIGHT;
        if (endsDay && seconds > 0) {
            return null;
        }
        int ofDay = hourOfDay(hour.value() % MIDNIGHT, around.half());
        LocalTime time = LocalTime.ofSecondOfDay((long) ofDay * SIXTY * SIXTY + seconds);
        return new Clock(around.to(), time, endsDay, doubt, around.offset());
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
