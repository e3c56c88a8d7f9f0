package io.inlet.code;

import io.inlet.code.Candidate.Shape;
import io.inlet.code.CandidateScanner.Masked;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all that stands around a number: one that a phrase names may be none all the same, and
 * one that nothing names may be the code. It looks at three numbers of a text at most, so that the
 * work stays linear. For one text.
 */
final class CloserLook {
    /** Numbers of a text that are looked at, one after the other falls away, at most. */
    private static final int MOST = 3;

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_CODE = 8;

    /**
     * What a code in a language that nobody has written down is worth, with six digits and else.
     */
    private static final double SIX_ALONE = 0.55;

    private static final double ALONE = 0.5;

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final List<Masked> masked;
    private @Nullable Surroundings surroundings;

    CloserLook(PlainText text, Hits hits, Terrain terrain, List<Masked> masked) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.masked = masked;
    }

    /** Looks at the one among all numbers of the text for which it may count. */
    void at(List<Verdict> verdicts) {
        Choice choice = new Choice(verdicts);
        List<Verdict> unnamed = choice.unnamed();
        if (!unnamed.isEmpty()) {
            unnamed.forEach(v -> atUnnamed(v, unnamed.size() - 1, verdicts));
            return;
        }
        Verdict best = choice.best();
        for (int i = 0; i < MOST && best != null && isNamed(best); i++) {
            atNamed(best, verdicts);
            Verdict next = choice.best();
            best = next == best ? null : next;
        }
    }

    private static boolean isNamed(Verdict verdict) {
        return Calling.by(verdict.naming().cue()) != Calling.NOT;
    }

    private void atUnnamed(Verdict verdict, int rivals, List<Verdict> all) {
        Candidate candidate = verdict.candidate();
        // What is called a code right beside it was judged by that already.
        boolean judged = verdict.naming().isDirect();
        if (candidate.length() > LONGEST_CODE || judged || candidate.isRatherElse()) {
            return;
        }
        boolean digits = candidate.shape() == Shape.DIGITS && candidate.length() > 3;
        if (isStrange() && digits && isPlaced(candidate)) {
            verdict.atLeast(Reason.ALONE, candidate.length() == 6 ? SIX_ALONE : ALONE);
        } else if (text.hasLetter(0, text.length())) {
            Set<Circumstance> found = surroundings(all).of(candidate);
            double odds = Weights.odds(Calling.NOT, 0) - Weights.RIVAL * rivals;
            verdict.standsIn(found);
            verdict.decide(Reason.ASKED_FOR, Weights.score(odds + sum(found, Calling.NOT)));
        }
    }

    private void atNamed(Verdict verdict, List<Verdict> all) {
        Calling calling = Calling.by(verdict.naming().cue());
        Set<Circumstance> found = surroundings(all).of(verdict.candidate());
        double score = Weights.score(Weights.odds(calling, verdict.score()) + sum(found, calling));
        if (score < Weights.ENOUGH) {
            verdict.standsIn(found);
            verdict.add(Reason.SURROUNDINGS, score - verdict.score());
        }
    }

    private static double sum(Set<Circumstance> found, Calling calling) {
        double sum = 0;
        for (Circumstance circumstance : found) {
            sum += circumstance.weight(calling);
        }
        return sum;
    }

    private Surroundings surroundings(List<Verdict> all) {
        Surroundings known = surroundings;
        if (known == null) {
            known = new Surroundings(text, hits, terrain, masked, hasRole(all));
            surroundings = known;
        }
        return known;
    }

    private static boolean hasRole(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            if (verdict.role() != null) {
                return true;
            }
        }
        return false;
    }

    // No file has the language: nothing is known of the words around the number.
    private boolean isStrange() {
        return !hits.isLanguageKnown()
                && hits.names() == 0
                && !hits.has(Cue.NOTICE)
                && !hits.has(Cue.PROMO)
                && text.length() <= LONGEST_TEXT;
    }

    private boolean isPlaced(Candidate candidate) {
        Looks looks = new Looks(text, hits);
        return (looks.isAlone(candidate) || looks.isPointedAt(candidate)) && isSentenceOrNothing();
    }

    // A word and a number say too little.
    private boolean isSentenceOrNothing() {
        int words = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = CharForms.isLetter(text.charAt(i));
            letters += letter ? 1 : 0;
            words += letter && !CharForms.isLetter(text.at(i - 1)) ? 1 : 0;
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
        while (i < text.length() && !CharForms.isLetter(text.charAt(i))) {
            i++;
        }
        return text.at(i);
    }
}
