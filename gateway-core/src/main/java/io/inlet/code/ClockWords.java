package io.inlet.code;

import io.inlet.code.CalendarWords.Part;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What the words beside a time of day say: "Uhr", "pm", "午後", "UTC". For one text and thread. */
final class ClockWords {
    /** Words on either side, such as "Uhr" and "MEZ", at most. */
    private static final int MOST = 2;

    private static final int FARTHEST_OFFSET = 14;
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private final PlainText text;
    private final Hits hits;
    private final Beside beside;
    private final CalendarWords words = CalendarWords.shipped();

    ClockWords(PlainText text, Hits hits, Beside beside) {
        this.text = text;
        this.hits = hits;
        this.beside = beside;
    }

    /**
     * What is said around a time of day.
     *
     * @param to after the last word
     * @param any whether there is a word at all
     * @param half the half of the day, or null
     * @param offset the offset of a clock of the world, or null
     */
    record Around(int to, boolean any, @Nullable Part half, @Nullable ZoneOffset offset) {
        private Around with(@Nullable Part part) {
            return new Around(to, true, part == null || part == Part.UTC ? half : part, offset);
        }

        private Around until(int end) {
            return new Around(end, any, half, offset);
        }

        private Around at(ZoneOffset clock) {
            return new Around(to, any, half, clock);
        }
    }

    /** What is said around a stretch. */
    Around around(int from, int to) {
        Around around = new Around(to, false, null, null);
        int word = before(from);
        for (int i = 0; i < MOST && word != Beside.NONE; i++) {
            around = around.with(part(word));
            word = before(hits.from(word));
        }
        word = after(to);
        for (int i = 0; i < MOST && word != Beside.NONE && isWhole(word); i++) {
            Part part = isOn(word) ? null : part(word);
            around = around.with(part).until(hits.to(word));
            around = part == Part.UTC ? offset(around) : around;
            word = after(around.to);
        }
        return around;
    }

    /** The word right before a place, or {@link Beside#NONE}: German "am 12.03." is no hour. */
    int before(int at) {
        int word = beside.endingAt(at, Cue.TIME);
        if (word == Beside.NONE && text.at(at - 1) == ' ') {
            word = beside.endingAt(at - 1, Cue.TIME);
            boolean point = word == Beside.NONE && text.at(at - 2) == '.';
            word = point ? beside.endingAt(at - 2, Cue.TIME) : word;
        }
        boolean latin = word != Beside.NONE && hits.to(word) - hits.from(word) <= 2;
        return latin && text.at(hits.to(word) - 1) == 'm' ? Beside.NONE : word;
    }

    /** The word right after a place, or after a space or a point there; or {@link Beside#NONE}. */
    int after(int at) {
        int glued = beside.startingAt(at, Cue.TIME);
        boolean gap = glued == Beside.NONE && (text.at(at) == ' ' || text.at(at) == '.');
        return gap ? beside.startingAt(at + 1, Cue.TIME) : glued;
    }

    @Nullable Part part(int word) {
        return words.part(text.subSequence(hits.from(word), hits.to(word)));
    }

    // German "12.10 Uhr am 12.03."
    private boolean isOn(int word) {
        DigitRun day = DigitRun.at(text, hits.to(word) + 1);
        return day != null && text.at(day.to()) == '.' && text.at(hits.from(word) - 1) == ' ';
    }

    // "h" in "18h30" is read by then.
    private boolean isWhole(int word) {
        return !CharForms.isDigit(text.at(hits.to(word)));
    }

    // "UTC", "GMT+3", "UTC+05:30"
    private Around offset(Around around) {
        int to = around.to;
        char sign = text.at(to);
        DigitRun hours = sign == '+' || sign == '-' ? DigitRun.at(text, to + 1) : null;
        if (hours == null || !hours.isShort() || hours.value() > FARTHEST_OFFSET) {
            return around.at(ZoneOffset.UTC);
        }
        DigitRun minutes =
                text.at(hours.to()) == ':' ? DigitRun.minute(text, hours.to() + 1) : null;
        int seconds = hours.value() * HOUR + (minutes == null ? 0 : minutes.value() * MINUTE);
        return around.until(minutes == null ? hours.to() : minutes.to())
                .at(ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds));
    }
}
