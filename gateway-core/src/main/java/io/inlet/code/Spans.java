package io.inlet.code;

import io.inlet.code.Moments.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the spans of time that a text names: "5 minutes", "half an hour". For one text. */
final class Spans {
    static final long LONGEST_SECONDS = Duration.ofDays(400).toSeconds();

    private static final int MOST_DIGITS = 4;
    private static final int SIXTY = 60;

    /** Spans of time that are looked at, at most. */
    private static final int MOST = 16;

    /** Characters between an hour and its minutes, at most. */
    private static final int JOINED = 8;

    /** Letters between a unit and the number after it, at most. */
    private static final int CONCORD = 5;

    private static final long UNITS =
            Cue.SECOND.bit() | Cue.MINUTE.bit() | Cue.HOUR.bit() | Cue.DAY.bit();

    private final PlainText text;
    private final Hits hits;
    private final Beside beside;
    private final @Nullable Moment until;

    /**
     * @param until a moment up to which the code is good; what it is made of is no span
     */
    Spans(PlainText text, Hits hits, @Nullable Moment until) {
        this.text = text;
        this.hits = hits;
        this.beside = new Beside(hits);
        this.until = until;
    }

    /**
     * A span of time that the text names.
     *
     * @param from its first character
     * @param to after its last
     */
    record Span(int from, int to, long seconds) {}

    /** All spans, a few at most, from left to right; none of what the code itself is made of. */
    List<Span> beside(Candidate code) {
        List<Span> spans = new ArrayList<>(2);
        int named = 0;
        for (int hit = 0; hit < hits.count() && named < MOST; hit++) {
            long seconds = seconds(hit, code);
            if (seconds > 0 && seconds <= LONGEST_SECONDS) {
                named++;
                add(spans, new Span(hits.from(hit), hits.to(hit), seconds));
            }
        }
        if (spans.isEmpty()) {
            addWritten(spans);
        }
        spans.removeIf(s -> s.seconds() > LONGEST_SECONDS);
        return spans;
    }

    // "1 hour 30 minutes" is one span; "min" within "minutes" is none of its own.
    private static void add(List<Span> spans, Span span) {
        Span last = spans.isEmpty() ? null : spans.getLast();
        if (last == null) {
            spans.add(span);
        } else if (span.from() < last.to()) {
            if (span.to() - span.from() > last.to() - last.from()) {
                spans.set(spans.size() - 1, span);
            }
        } else if (span.from() - last.to() <= JOINED && span.seconds() < last.seconds()) {
            spans.set(
                    spans.size() - 1,
                    new Span(last.from(), span.to(), last.seconds() + span.seconds()));
        } else {
            spans.add(span);
        }
    }

    private boolean isOfMoment(int hit) {
        return until != null && hits.from(hit) >= until.from() && hits.to(hit) <= until.to();
    }

    private long seconds(int hit, Candidate code) {
        Cue cue = hits.cue(hit);
        if (isOfMoment(hit)) {
            return 0;
        }
        if (cue == Cue.SPAN) {
            return hits.value(hit);
        }
        if (cue.seconds() == 0 || CharForms.isDigit(text.at(hits.to(hit)))) {
            return 0; // "18h30" is no span
        }
        int count = countBefore(hits.from(hit), code);
        if (count == 0) {
            count = countAfter(hits.to(hit), code);
        }
        return (long) count * cue.seconds();
    }

    private int countBefore(int at, Candidate code) {
        int end = at;
        if (end > 0 && " -.(".indexOf(text.at(end - 1)) >= 0) {
            end--;
        }
        if (end > 0 && text.at(end - 1) == ')') {
            end--;
        }
        int start = end;
        while (start > 0
                && CharForms.isDigit(text.charAt(start - 1))
                && end - start <= MOST_DIGITS) {
            start--;
        }
        if (start < end) {
            boolean clock =
                    ":.-/".indexOf(text.at(start - 1)) >= 0
                            && CharForms.isDigit(text.at(start - 2));
            boolean own = end > code.from() && start < code.to();
            return clock || own ? 0 : number(start, end);
        }
        return text.at(at - 1) == '.' ? 0 : spoken(end); // "a.u.b."
    }

    // "imizuzu engu 5", "dakika tatu": but in "5 時間10分" the number is that of the next unit.
    private int countAfter(int at, Candidate code) {
        if (!CharForms.isSpace(text.at(at))) {
            return 0;
        }
        int start = withoutConcord(at + 1);
        int end = start;
        while (end < text.length()
                && CharForms.isDigit(text.charAt(end))
                && end - start <= MOST_DIGITS) {
            end++;
        }
        boolean own = start >= code.from() && start < code.to();
        boolean clock = ":.".indexOf(text.at(end)) >= 0 && CharForms.isDigit(text.at(end + 1));
        boolean other = clock || CharForms.isLatin(text.at(end)) || isUnit(end);
        return end == start || own || other ? spokenAfter(start) : number(start, end);
    }

    // Zulu "imizuzu emi-5", Sotho "metsotso e 10": what joins the number to its unit.
    private int withoutConcord(int from) {
        int end = from;
        while (end - from < CONCORD && CharForms.isLatin(text.at(end))) {
            end++;
        }
        boolean joined = text.at(end) == '-' || (text.at(end) == ' ' && end - from == 1);
        return end > from && joined && CharForms.isDigit(text.at(end + 1)) ? end + 1 : from;
    }

    private boolean isUnit(int at) {
        return (hits.startsAt(at) & UNITS) != 0
                || (text.at(at) == ' ' && (hits.startsAt(at + 1) & UNITS) != 0);
    }

    private int spokenAfter(int start) {
        int longest = beside.startingAt(start, Cue.SPOKEN);
        return longest < 0 || isUnit(hits.to(longest)) ? 0 : hits.value(longest);
    }

    private int number(int from, int to) {
        return to - from > MOST_DIGITS ? 0 : Integer.parseInt(text.subSequence(from, to));
    }

    private int spoken(int end) {
        int longest = beside.endingAt(end, Cue.SPOKEN);
        return longest < 0 ? 0 : hits.value(longest);
    }

    // "5m0s", as programs write them.
    private void addWritten(List<Span> spans) {
        for (int at = text.indexOf('m'); at >= 0 && at < text.length(); at++) {
            boolean amid = text.charAt(at) == 'm' && CharForms.isDigit(text.at(at - 1));
            int to = amid ? endOfSeconds(at + 1) : at;
            if (to > at + 1) {
                int from = startOfDigits(at);
                long minutes = number(from, at);
                spans.add(new Span(from, to, minutes * SIXTY + number(at + 1, to - 1)));
                return;
            }
        }
    }

    private int endOfSeconds(int from) {
        int end = from;
        while (CharForms.isDigit(text.at(end)) && end - from <= MOST_DIGITS) {
            end++;
        }
        boolean seconds = end > from && text.at(end) == 's';
        return seconds && !CharForms.isCodeChar(text.at(end + 1)) ? end + 1 : from;
    }

    private int startOfDigits(int end) {
        int start = end;
        while (start > 0
                && CharForms.isDigit(text.charAt(start - 1))
                && end - start <= MOST_DIGITS) {
            start--;
        }
        return start;
    }
}
