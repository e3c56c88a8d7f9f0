package io.inlet.code;

import io.inlet.code.Moments.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds how long a code is good: a span of time beside a phrase such as "valid for". For one text
 * and thread.
 */
final class Validity {
    /** Letters, doubled, between such a phrase and the span that it speaks of, at most. */
    private static final int REACH = 60;

    private static final int MOST_DIGITS = 4;

    /** Spans of time that are looked at, at most. */
    private static final int MOST = 16;

    /** Characters between an hour and its minutes, at most. */
    private static final int JOINED = 8;

    private static final long UNITS =
            Cue.SECOND.bit() | Cue.MINUTE.bit() | Cue.HOUR.bit() | Cue.DAY.bit();

    private static final long SHORTEST_SECONDS = 20;
    private static final long LONGEST_UNSAID = Duration.ofDays(2).toSeconds();
    private static final long LONGEST_SECONDS = Duration.ofDays(400).toSeconds();

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final Beside beside;
    private final @Nullable Moment until;

    /**
     * @param until a moment up to which the code is good; what it is made of is no span
     */
    Validity(PlainText text, Hits hits, Terrain terrain, @Nullable Moment until) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.beside = new Beside(hits);
        this.until = until;
    }

    /**
     * How long a candidate is good from the arrival of its message, or null if that is not said.
     */
    @Nullable Duration of(Candidate code) {
        List<Span> spans = spans(code);
        Span best = null;
        int nearest = REACH + 1;
        for (Span span : spans) {
            int distance = distance(span);
            if (distance < nearest) {
                best = span;
                nearest = distance;
            }
        }
        if (best == null && spans.size() == 1 && isOfCode(spans.getFirst(), code)) {
            best = spans.getFirst();
        }
        return best == null ? null : Duration.ofSeconds(best.seconds);
    }

    // The only span of a text, some minutes or hours, soon after the code: "Code 4711. 3 min."
    private boolean isOfCode(Span span, Candidate code) {
        boolean usual = span.seconds >= SHORTEST_SECONDS && span.seconds <= LONGEST_UNSAID;
        boolean after = span.from >= code.to() && terrain.sentences(code.to(), span.from) <= 2;
        boolean same = span.to <= code.from() && terrain.sentences(span.to, code.from()) == 0;
        return usual && (after || same) && !hits.has(Cue.PROMO) && !hits.has(Cue.NOTICE);
    }

    /** A span of time that the text names. */
    private record Span(int from, int to, long seconds) {}

    private List<Span> spans(Candidate code) {
        List<Span> spans = new ArrayList<>(2);
        int named = 0;
        for (int hit = 0; hit < hits.count() && named < MOST; hit++) {
            long seconds = seconds(hit, code);
            if (seconds > 0 && seconds <= LONGEST_SECONDS) {
                named++;
                add(spans, new Span(hits.from(hit), hits.to(hit), seconds));
            }
        }
        spans.removeIf(s -> s.seconds > LONGEST_SECONDS);
        return spans;
    }

    // "1 hour 30 minutes" is one span; "min" within "minutes" is none of its own.
    private static void add(List<Span> spans, Span span) {
        Span last = spans.isEmpty() ? null : spans.getLast();
        if (last == null) {
            spans.add(span);
        } else if (span.from < last.to) {
            if (span.to - span.from > last.to - last.from) {
                spans.set(spans.size() - 1, span);
            }
        } else if (span.from - last.to <= JOINED && span.seconds < last.seconds) {
            spans.set(spans.size() - 1, new Span(last.from, span.to, last.seconds + span.seconds));
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
        int start = at + 1;
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

    // How far the nearest phrase about validity in the same sentence lies from a span.
    private int distance(Span span) {
        int nearest = Integer.MAX_VALUE;
        for (int hit = 0; hit < hits.count(); hit++) {
            if (hits.cue(hit) == Cue.VALID) {
                boolean before = hits.to(hit) <= span.from;
                int from = before ? hits.to(hit) : span.to;
                int to = before ? span.from : hits.from(hit);
                if (terrain.sentences(from, to) == 0) {
                    int letters = terrain.letters(from, to) + (before ? 0 : 4);
                    nearest = Math.min(nearest, letters);
                }
            }
        }
        return nearest;
    }
}
