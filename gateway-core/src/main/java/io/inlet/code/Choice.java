package io.inlet.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of a text's candidates is its code: the best if it is good enough and ahead of all others.
 */
final class Choice {
    private final List<Verdict> verdicts;

    Choice(List<Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    @Nullable Verdict best() {
        Verdict best = null;
        for (Verdict verdict : verdicts) {
            best = best == null || verdict.score() > best.score() ? verdict : best;
        }
        return best == null || best.score() < Weights.ENOUGH || isDoubtful(best) ? null : best;
    }

    /** The only candidate, if there is one and nothing names it. */
    @Nullable Verdict onlyUnnamed() {
        Verdict only = null;
        for (Verdict verdict : verdicts) {
            if (verdict.role() == null && verdict.candidate().shape() != Candidate.Shape.LETTERS) {
                if (only != null || verdict.score() >= Weights.ENOUGH) {
                    return null;
                }
                only = verdict;
            }
        }
        return only;
    }

    private boolean isDoubtful(Verdict best) {
        for (Verdict verdict : verdicts) {
            boolean other = !verdict.candidate().code().equalsIgnoreCase(best.candidate().code());
            if (other
                    && verdict.score() >= Weights.ENOUGH
                    && best.score() - verdict.score() < Weights.MARGIN) {
                return true;
            }
        }
        return false;
    }
}
