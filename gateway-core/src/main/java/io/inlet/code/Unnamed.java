package io.inlet.code;

import io.inlet.code.Candidate.Shape;

/**
 * Judges the only number of a text in a language that nobody has written down: by its looks and its
 * place alone. In a language that is known, a number that nothing names is no code.
 */
final class Unnamed {
    private static final int LONGEST_TEXT = 200;

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;

    Unnamed(PlainText text, Hits hits, Terrain terrain) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
    }

    void judge(Verdict verdict) {
        Candidate candidate = verdict.candidate();
        Looks looks = new Looks(text, hits);
        boolean digits =
                candidate.shape() == Shape.DIGITS
                        && candidate.length() >= 4
                        && candidate.length() <= 8;
        if (!digits || text.length() > LONGEST_TEXT || hits.has(Cue.PROMO)) {
            return;
        }
        boolean placed = looks.isAlone(candidate) || looks.isPointedAt(candidate);
        boolean strange = !hits.isLanguageKnown() && hits.names() == 0 && !hits.has(Cue.NOTICE);
        if (strange && placed && isSentenceOrNothing()) {
            verdict.atLeast(Reason.ALONE, candidate.length() == 6 ? 0.55 : 0.5);
        } else if (text.hasLetter(0, text.length())) {
            verdict.atLeast(Reason.ASKED_FOR, Math.min(0.6, asked(candidate, placed)));
        }
    }

    // "Paste 482913 to finish signing in": nothing names it, and all speaks of it.
    private double asked(Candidate candidate, boolean placed) {
        double weight = 0;
        weight += isNear(candidate, Cue.USE) ? 0.2 : 0;
        weight +=
                isNear(candidate, Cue.LOGIN)
                                || isNear(candidate, Cue.REGISTRATION)
                                || isNear(candidate, Cue.RESET)
                                || isNear(candidate, Cue.PAYMENT)
                                || isNear(candidate, Cue.TRANSFER)
                        ? 0.2
                        : 0;
        weight += hits.has(Cue.SECRET) || hits.has(Cue.VALID) ? 0.15 : 0;
        weight += placed ? 0.1 : 0;
        weight += candidate.length() == 6 ? 0.1 : 0;
        weight += grouped(candidate);
        weight -= hits.has(Cue.NOTICE) ? 0.1 : 0;
        weight -= isTarget(candidate) ? 0.3 : 0;
        weight -= hits.has(Cue.CALL) && weight < 0.5 ? 0.1 : 0;
        return weight;
    }

    // "Send VOTE to 5050".
    private boolean isTarget(Candidate candidate) {
        int end = candidate.from() - 1;
        boolean led =
                hits.ends(end, Cue.BRAND_AFTER)
                        && !hits.ends(end, Cue.LINK)
                        && !hits.ends(end, Cue.USE);
        return led && candidate.length() <= 5;
    }

    // "482-913" and "48 29 13" hardly are anything else.
    private double grouped(Candidate candidate) {
        if (candidate.to() - candidate.from() == candidate.length()) {
            return 0;
        }
        boolean dashed = text.subSequence(candidate.from(), candidate.to()).indexOf('-') >= 0;
        return dashed && candidate.length() == 6 ? 0.3 : 0.15;
    }

    private boolean isNear(Candidate candidate, Cue cue) {
        for (int i = 0; i < hits.count(); i++) {
            if (hits.cue(i) == cue) {
                int from = Math.min(hits.to(i), candidate.to());
                int to = Math.max(hits.from(i), candidate.from());
                if (terrain.sentences(from, to) == 0 && to - from < 80) {
                    return true;
                }
            }
        }
        return false;
    }

    // A word and a number say too little.
    private boolean isSentenceOrNothing() {
        int words = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetter(text.charAt(i));
            letters += letter ? 1 : 0;
            words += letter && !Character.isLetter(text.at(i - 1)) ? 1 : 0;
        }
        return (letters == 0 && isNumberAlone())
                || words >= 2
                || (words == 1 && !CharForms.isLatin(firstLetter()));
    }

    private boolean isNumberAlone() {
        String all = text.toString().strip();
        return all.length() <= 8 && all.chars().allMatch(c -> CharForms.isDigit((char) c));
    }

    private char firstLetter() {
        int i = 0;
        while (i < text.length() && !Character.isLetter(text.charAt(i))) {
            i++;
        }
        return text.at(i);
    }
}
