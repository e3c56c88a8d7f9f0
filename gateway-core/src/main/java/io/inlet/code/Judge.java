package io.inlet.code;

import io.inlet.code.Candidate.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighs candidates by the phrases before and after them. Looks no further than a few phrases from
 * a candidate, so that its work is bounded by the number of candidates. For one text and thread.
 */
final class Judge {
    /** Characters between a phrase and the number that it speaks of, at most. */
    private static final int REACH = 80;

    /** Characters between a warning and the phrase that it warns of, at most. */
    private static final int ADVICE = 32;

    /** Phrases before a number that are looked at, at most. */
    private static final int DEPTH = 4;

    private static final int DIRECT = 4;

    /** Characters between a word like "order" and the number that it names, at most. */
    private static final int NAMED = 16;

    private static final int NEAR = 12;

    private final String original;
    private final Clauses clauses;
    private final List<Anchor> anchors = new ArrayList<>();
    private final boolean promotes;
    private int next;

    /** A phrase, and whether it stands in advice such as "never share your code". */
    private record Anchor(Hit hit, boolean advice) {}

    Judge(CharSequence folded, String original, List<Hit> hits) {
        this.original = original;
        this.clauses = new Clauses(folded);
        Hit warning = null;
        for (Hit hit : hits) {
            if (hit.cue().isAnchor()) {
                boolean advice =
                        warning != null
                                && hit.from() - warning.to() <= ADVICE
                                && !clauses.isBroken(warning.to(), hit.from());
                anchors.add(new Anchor(hit, advice));
            } else if (hit.cue() == Cue.SECRET) {
                warning = hit;
            }
        }
        this.promotes = anchors.stream().anyMatch(a -> a.hit.cue() == Cue.PROMO);
    }

    /** The verdict on a candidate; candidates come from left to right. */
    Verdict judge(Candidate candidate) {
        while (next < anchors.size() && anchors.get(next).hit.from() < candidate.from()) {
            next++;
        }
        if (candidate.shape() == Shape.BOUND) {
            return new Verdict(candidate, null, 1);
        }
        Verdict before = before(candidate);
        Verdict after = after(candidate);
        Verdict better = before.score() >= after.score() ? before : after;
        // A prefix with nothing near that is about codes may be a flight or a parcel.
        return anchors.isEmpty() && candidate.shape() == Shape.PREFIXED
                ? new Verdict(candidate, null, candidate.code().length() == 6 ? 0.6 : 0)
                : better;
    }

    private Verdict before(Candidate candidate) {
        for (int i = next - 1; i >= 0 && i >= next - DEPTH; i--) {
            Anchor anchor = anchors.get(i);
            int gap = candidate.from() - anchor.hit.to();
            if (gap > REACH || clauses.isBroken(anchor.hit.to(), candidate.from())) {
                break;
            }
            if (!anchor.hit.cue().isCode()) {
                // It speaks of the first number after it alone.
                if (gap <= NAMED && candidate.numberBefore() <= anchor.hit.to()) {
                    break;
                }
            } else if (gap <= DIRECT || !anchor.advice) {
                return new Verdict(candidate, anchor.hit, score(candidate, anchor.hit, gap));
            }
        }
        return new Verdict(candidate, null, 0);
    }

    private Verdict after(Candidate candidate) {
        for (int i = next; i < anchors.size() && i < next + DEPTH; i++) {
            Anchor anchor = anchors.get(i);
            int gap = anchor.hit.from() - candidate.to();
            if (gap > REACH || clauses.isBroken(candidate.to(), anchor.hit.from())) {
                break;
            }
            if (anchor.hit.cue().isCode() && !anchor.advice) {
                double score = 0.97 * score(candidate, anchor.hit, gap);
                return new Verdict(candidate, anchor.hit, score);
            }
        }
        return new Verdict(candidate, null, 0);
    }

    private double score(Candidate candidate, Hit anchor, int gap) {
        // What names a one-time code speaks of a number far away; "code" alone must be near.
        boolean vague = anchor.cue() == Cue.CODE;
        double distance = Math.max(0, gap) / (vague ? 90.0 : 170.0);
        double score = (vague ? 0.9 : 1) - distance;
        if (candidate.shape() == Shape.MIXED) {
            boolean plain = gap <= DIRECT || (gap <= NEAR && isUpper(candidate));
            return plain && !promotes ? score - 0.1 : 0;
        }
        if (candidate.code().length() == 3 && gap > NEAR) {
            return 0;
        }
        return isYear(candidate) && gap > DIRECT ? Math.max(0, score - 0.3) : Math.max(0, score);
    }

    private boolean isUpper(Candidate candidate) {
        for (int i = candidate.from(); i < candidate.to(); i++) {
            if (Character.isLowerCase(original.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isYear(Candidate candidate) {
        String code = candidate.code();
        return code.length() == 4 && (code.startsWith("20") || code.startsWith("19"));
    }
}
