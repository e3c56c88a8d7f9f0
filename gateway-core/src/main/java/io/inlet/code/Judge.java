package io.inlet.code;

import io.inlet.code.Candidate.Shape;
import io.inlet.code.Verdict.Naming;
import java.util.List;

/**
 * Weighs candidates by the phrases before and after them and by their place. Looks no further than
 * a few phrases from a candidate, so that its work is bounded by the number of candidates. For one
 * text and thread; candidates come from left to right.
 */
final class Judge {
    /** Names on either side of a number that are looked at, at most. */
    private static final int DEPTH = 4;

    /** Characters after a name in which another number may stand. */
    private static final int REACH = 40;

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final Advice advice;
    private final List<Candidate> candidates;
    private final Looks looks;
    private final Neighbours neighbours;
    private final NameWeight weight;
    private int next;

    Judge(PlainText text, Hits hits, Terrain terrain, List<Candidate> candidates) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.advice = new Advice(hits, terrain);
        this.candidates = candidates;
        this.looks = new Looks(text, hits);
        this.neighbours = new Neighbours(text, hits, terrain, candidates);
        this.weight = new NameWeight(text, hits, terrain, looks);
    }

    /** What is known of the candidate at an index of the list. */
    Verdict judge(int index) {
        Candidate candidate = candidates.get(index);
        while (next < hits.names() && hits.from(hits.nameAt(next)) < candidate.from()) {
            next++;
        }
        Verdict verdict = new Verdict(candidate);
        if (candidate.shape() == Shape.BOUND) {
            verdict.atLeast(Reason.BOUND, 1);
            return verdict;
        }
        before(index, verdict);
        after(index, verdict);
        if (isUsed(candidate) && !looks.isPromo()) {
            verdict.atLeast(Reason.USED, Weights.USED);
        }
        if (candidate.shape() == Shape.PREFIXED && hits.names() == 0 && candidate.length() == 6) {
            verdict.atLeast(Reason.SHAPE, Weights.USED);
        }
        verdict.add(Reason.SHAPE, looks.shape(verdict));
        boolean target = candidate.shape() == Shape.DIGITS && looks.isTarget(candidate);
        verdict.add(Reason.PLACE, looks.place(candidate) - (target ? Weights.TARGET : 0));
        return verdict;
    }

    private void before(int index, Verdict verdict) {
        Candidate candidate = verdict.candidate();
        int at = candidate.from();
        double doubt = 0;
        for (int i = next - 1; i >= 0 && i >= next - DEPTH; i--) {
            int hit = hits.nameAt(i);
            int end = Math.min(hits.to(hit), at);
            Naming naming = naming(hit, Reason.NAMED_BEFORE, end, at);
            if (hits.cue(hit).isCode()) {
                if (naming.isDirect() || (!advice.covers(hit) && naming.sentences() <= 1)) {
                    verdict.named(naming, weight.of(naming, end, at) - doubt - rivals(index, end));
                    return;
                }
            } else if (naming.sentences() > 0) {
                return;
            } else if (isNamedByOther(index, end, naming)) {
                if (!isCodeNamed(i, candidate)) {
                    verdict.role(new Verdict.Role(hit, hits.cue(hit)));
                    return;
                }
                doubt = looks.isSetOff(candidate) ? Weights.DOUBT / 2 : Weights.DOUBT;
            }
        }
    }

    private double rivals(int index, int nameEnd) {
        double reference = neighbours.isReference(index, nameEnd) ? Weights.REFERENCE : 0;
        return reference + (neighbours.isAfterAnother(index, nameEnd) ? Weights.BETWEEN : 0);
    }

    // "Code for your new account: 4711": the colon speaks of the code. "Activation code SIM 4711".
    private boolean isCodeNamed(int name, Candidate candidate) {
        for (int i = name - 1; i >= 0 && i >= name - DEPTH; i--) {
            int hit = hits.nameAt(i);
            if (hits.cue(hit).isCode() && !advice.covers(hit)) {
                boolean same = terrain.sentences(hits.to(hit), candidate.from()) == 0;
                boolean close = hits.from(hits.nameAt(name)) - hits.to(hit) <= 1;
                return same
                        && (looks.isSetOff(candidate)
                                || (hits.cue(hit) == Cue.ONE_TIME_CODE
                                        && (close || candidates.size() == 1)));
            }
        }
        return false;
    }

    private Naming naming(int hit, Reason reason, int from, int to) {
        return new Naming(
                hit, hits.cue(hit), reason, terrain.letters(from, to), terrain.sentences(from, to));
    }

    // "order 4711", where no number stands between the word and this one.
    private boolean isNamedByOther(int index, int end, Naming naming) {
        Candidate candidate = candidates.get(index);
        boolean near = neighbours.isFirstAfter(end, index) && naming.letters() <= Weights.NAMED;
        return near
                && terrain.clauses(end, candidate.from()) == 0
                && !isNumberBetween(end, candidate.from());
    }

    // "The amount of INR 2000 is 4711": the word speaks of the amount.
    private boolean isNumberBetween(int from, int to) {
        for (int i = from; i < Math.min(to, from + REACH); i++) {
            if (CharForms.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void after(int index, Verdict verdict) {
        int at = verdict.candidate().to();
        for (int i = next; i < hits.names() && i < next + DEPTH; i++) {
            int hit = hits.nameAt(i);
            if (hits.to(hit) <= at) {
                continue; // "x-" in K7X-4QM
            }
            int start = Math.max(at, hits.from(hit));
            Naming naming = naming(hit, Reason.NAMED_AFTER, at, start);
            boolean other = neighbours.isParted(index, start);
            if (naming.sentences() > 1) {
                return;
            }
            if (!hits.cue(hit).isCode()) {
                boolean free = hits.cue(hit) == Cue.TAIL || !isNamed(verdict);
                if (i == next && isNumberOf(at, start) && !other && free) {
                    verdict.role(new Verdict.Role(hit, hits.cue(hit)));
                    return;
                }
            } else if (naming.isDirect() || !advice.covers(hit)) {
                double between = other || neighbours.isNameOfNext(index, hit) ? Weights.BETWEEN : 0;
                verdict.named(naming, weight.of(naming, at, start) - Weights.AFTER - between);
                if (naming.isDirect() && between == 0) {
                    verdict.forgetRole(); // "Helpdesk: 482913 is your code"
                }
                return;
            }
        }
    }

    private static boolean isNamed(Verdict verdict) {
        return verdict.naming().isDirect() && verdict.role() == null;
    }

    // "4821 numaralı sipariş": languages with the verb at the end name a number after it.
    private boolean isNumberOf(int at, int start) {
        return start - at <= 1
                && terrain.sentences(at, start) == 0
                && terrain.clauses(at, start) == 0
                && text.at(at) != ':';
    }

    private boolean isUsed(Candidate candidate) {
        int from = candidate.from();
        char before = text.at(from - 1);
        boolean led = before == ' ' || before == ':' || before == '\n';
        int to = candidate.to();
        boolean after =
                hits.starts(to, Cue.USE) || (text.at(to) == ' ' && hits.starts(to + 1, Cue.USE));
        return after
                || hits.ends(from, Cue.USE)
                || (led && (hits.ends(from - 1, Cue.USE) || hits.ends(from - 2, Cue.USE)));
    }
}
