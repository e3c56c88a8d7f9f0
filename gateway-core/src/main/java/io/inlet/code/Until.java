package io.inlet.code;

import io.inlet.code.Moments.Moment;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Finds the moment up to which a code is good: a time or a date beside a phrase such as "valid
 * until", where it is the code that is good so long. For one text and thread.
 */
final class Until {
    /** Phrases that are tried, at most. */
    private static final int MOST = 16;

    /** Characters in which a moment is looked for on either side of a phrase. */
    private static final int REACH = 40;

    /** Letters, doubled, between a phrase and the moment after it, at most: "until today at". */
    private static final int AHEAD = 24;

    /** Letters, doubled, between a moment and the phrase after it, at most: "14:35'e kadar". */
    private static final int BEHIND = 8;

    private static final int NOON = 12;

    /** What a text says about until when a code is good, if it says so. */
    static final long PHRASES = Cue.UNTIL.bit() | Cue.VALID.bit();

    private final Hits hits;
    private final PlainText text;
    private final Terrain terrain;
    private final Moments moments;
    private final Subject subject;

    Until(PlainText text, Hits hits, Terrain terrain) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.moments = new Moments(text, hits, terrain);
        this.subject = new Subject(text, hits, terrain);
    }

    /** The moment until which a candidate is good, or null if none is named. */
    @Nullable Moment of(Candidate code) {
        Moment best = null;
        int nearest = Integer.MAX_VALUE;
        int tried = 0;
        for (int hit = 0; hit < hits.count() && tried < MOST; hit++) {
            if ((hits.cue(hit).bit() & PHRASES) == 0 || !isNear(hit, code)) {
                continue;
            }
            tried++;
            Moment moment = hits.cue(hit) == Cue.UNTIL ? beside(hit, code) : after(hit);
            if (moment != null && distance(hit, moment) < nearest && isOf(code, hit, moment)) {
                best = moment;
                nearest = distance(hit, moment);
            }
        }
        return best;
    }

    // The sentence of the code or the next.
    private boolean isNear(int hit, Candidate code) {
        return hits.from(hit) >= code.to()
                ? terrain.sentences(code.to(), hits.from(hit)) <= 1
                : terrain.sentences(hits.to(hit), code.from()) == 0;
    }

    private boolean isOf(Candidate code, int hit, Moment moment) {
        boolean apart = moment.to() <= code.from() || moment.from() >= code.to();
        return apart
                && subject.isCode(
                        code,
                        Math.min(hits.from(hit), moment.from()),
                        Math.max(hits.to(hit), moment.to()));
    }

    // "expires 14:35", "valid 14:05-14:35"; but "valid from 14:05".
    private @Nullable Moment after(int hit) {
        Moment moment = ahead(hit);
        boolean said =
                moment != null
                        && !moment.mayBeSpan()
                        && (moment.isWindow() || terrain.letters(hits.to(hit), moment.from()) == 0);
        return said ? moment : null;
    }

    private @Nullable Moment beside(int hit, Candidate code) {
        if (hits.isPhrase(hits.from(hit), hits.to(hit), Cue.TIME.bit())) {
            return null; // "at": it says when, and not until when
        }
        Moment ahead = hourOfDay(ahead(hit));
        Moment behind = hourOfDay(behind(hit, code));
        if (ahead == null || behind == null) {
            return ahead == null ? behind : ahead;
        }
        return hits.from(hit) - behind.to() < ahead.from() - hits.to(hit) ? behind : ahead;
    }

    // "up to 2 h" is a span; "up to 18 h" is none, unless the text says "for".
    private static @Nullable Moment hourOfDay(@Nullable Moment moment) {
        LocalMoment end = moment == null ? null : moment.end();
        LocalTime time = end == null ? null : end.time();
        boolean span =
                moment != null && moment.mayBeSpan() && (time == null || time.getHour() <= NOON);
        return span ? null : moment;
    }

    private @Nullable Moment ahead(int hit) {
        int to = hits.to(hit);
        Moment moment = moments.first(to, Math.min(text.length(), to + REACH));
        boolean near =
                moment != null
                        && terrain.letters(to, moment.from()) <= AHEAD
                        && terrain.sentences(to, moment.from()) == 0;
        return near ? moment : null;
    }

    // The last that ends before the phrase.
    private @Nullable Moment behind(int hit, Candidate code) {
        int from = hits.from(hit);
        int start = Math.max(from - REACH, code.from() < from ? code.to() : 0);
        Moment last = null;
        Moment next = moments.first(Math.max(start, 0), from);
        while (next != null && next.to() <= from) {
            last = next;
            next = moments.first(next.to(), from);
        }
        boolean near =
                last != null
                        && terrain.letters(last.to(), from) <= BEHIND
                        && terrain.sentences(last.to(), from) == 0;
        return near ? last : null;
    }

    private int distance(int hit, Moment moment) {
        return moment.from() >= hits.to(hit)
                ? terrain.letters(hits.to(hit), moment.from())
                : terrain.letters(moment.to(), hits.from(hit));
    }
}
