package io.inlet.code;

import io.inlet.code.Candidate.Shape;
import java.util.List;

/**
 * How a candidate stands to the candidates beside it and to the name between them. For one text.
 */
final class Neighbours {
    /** Characters between "for" and the name of the code that it belongs to, at most. */
    private static final int REFERENCE = 24;

    /** Letters, doubled, between a name and a number that it speaks of right away, at most. */
    private static final int BESIDE = 2;

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final List<Candidate> candidates;

    Neighbours(PlainText text, Hits hits, Terrain terrain, List<Candidate> candidates) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.candidates = candidates;
    }

    /** Whether no candidate stands between a name that ends there and the candidate after it. */
    boolean isFirstAfter(int nameEnd, int index) {
        return index == 0 || candidates.get(index - 1).from() < nameEnd;
    }

    /** Whether a number stands between a candidate and a name that starts there. */
    boolean isParted(int index, int nameStart) {
        return isNumber(index + 1) && candidates.get(index + 1).to() <= nameStart;
    }

    // "Password 4711, order 815": the name speaks of the first.
    boolean isAfterAnother(int index, int nameEnd) {
        if (!isNumber(index - 1) || candidates.get(index - 1).from() < nameEnd) {
            return false;
        }
        return terrain.letters(nameEnd, candidates.get(index - 1).from()) <= BESIDE;
    }

    // "OTP for 3838 is 6767": what follows "for" is what the code is for.
    boolean isReference(int index, int nameEnd) {
        Candidate candidate = candidates.get(index);
        int before = candidate.from() - 1;
        boolean later = isLaterInSentence(index);
        // What ends with the name is part of it.
        boolean apart = before > nameEnd;
        boolean led = hits.ends(before, Cue.BRAND_AFTER) && !hits.ends(before, Cue.LINK);
        boolean near = led && candidate.from() - nameEnd < REFERENCE;
        boolean numbered = later && hits.ends(before, Cue.NUMBER);
        return apart
                && text.at(before) == ' '
                && (numbered || (near && (later || isEarlier(index, nameEnd))));
    }

    private boolean isLaterInSentence(int index) {
        return isNumber(index + 1)
                && terrain.sentences(candidates.get(index).to(), candidates.get(index + 1).from())
                        == 0;
    }

    private boolean isEarlier(int index, int nameEnd) {
        return isNumber(index - 1)
                && candidates.get(index - 1).to() <= nameEnd
                && nameEnd - candidates.get(index - 1).to() < REFERENCE;
    }

    // "For 4711 use the code 815": the name speaks of what follows it.
    boolean isNameOfNext(int index, int hit) {
        int end = hits.to(hit);
        if (!isNumber(index + 1)
                || candidates.get(index + 1).from() < end
                || isReference(index + 1, end)) {
            return false;
        }
        int from = candidates.get(index + 1).from();
        return terrain.letters(end, from) <= BESIDE && terrain.sentences(end, from) == 0;
    }

    // A word in capitals beside a number hardly is the code.
    private boolean isNumber(int index) {
        if (index < 0 || index >= candidates.size()) {
            return false;
        }
        Shape shape = candidates.get(index).shape();
        return shape == Shape.DIGITS || shape == Shape.PREFIXED;
    }
}
