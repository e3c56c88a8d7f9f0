package io.inlet.code;

import io.inlet.code.Moments.Moment;
import io.inlet.code.Spans.Span;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds how long a code is good: a span of time beside a phrase such as "valid for". For one text
 * and thread.
 */
final class Validity {
    /** Letters, doubled, between such a phrase and the span that it speaks of, at most. */
    private static final int REACH = 60;

    private static final long SHORTEST_SECONDS = 20;
    private static final long LONGEST_UNSAID = Duration.ofDays(2).toSeconds();

    private final Hits hits;
    private final Terrain terrain;
    private final Spans spans;

    /**
     * @param until a moment up to which the code is good; what it is made of is no span
     */
    Validity(PlainText text, Hits hits, Terrain terrain, @Nullable Moment until) {
        this.hits = hits;
        this.terrain = terrain;
        this.spans = new Spans(text, hits, until);
    }

    /**
     * How long a candidate is good from the arrival of its message, or null if that is not said.
     */
    @Nullable Duration of(Candidate code) {
        List<Span> found = spans.beside(code);
        Span best = null;
        int nearest = REACH + 1;
        for (Span span : found) {
            int distance = distance(span);
            if (distance < nearest) {
                best = span;
                nearest = distance;
            }
        }
        if (best == null && found.size() == 1 && isOfCode(found.getFirst(), code)) {
            best = found.getFirst();
        }
        return best == null ? null : Duration.ofSeconds(best.seconds());
    }

    // The only span of a text, some minutes or hours, soon after the code: "Code 4711. 3 min."
    private boolean isOfCode(Span span, Candidate code) {
        boolean usual = span.seconds() >= SHORTEST_SECONDS && span.seconds() <= LONGEST_UNSAID;
        boolean after = span.from() >= code.to() && terrain.sentences(code.to(), span.from()) <= 2;
        boolean same = span.to() <= code.from() && terrain.sentences(span.to(), code.from()) == 0;
        return usual && (after || same) && !hits.has(Cue.PROMO) && !hits.has(Cue.NOTICE);
    }

    // How far the nearest phrase about validity in the same sentence lies from a span.
    private int distance(Span span) {
        int nearest = Integer.MAX_VALUE;
        for (int hit = 0; hit < hits.count(); hit++) {
            if (hits.cue(hit) == Cue.VALID) {
                boolean before = hits.to(hit) <= span.from();
                int from = before ? hits.to(hit) : span.to();
                int to = before ? span.from() : hits.from(hit);
                if (terrain.sentences(from, to) == 0) {
                    int letters = terrain.letters(from, to) + (before ? 0 : 4);
                    nearest = Math.min(nearest, letters);
                }
            }
        }
        return nearest;
    }
}
