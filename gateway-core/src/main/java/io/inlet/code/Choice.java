package io.inlet.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of a text's candidates is its code: the best if it is good enough and ahead of all others.
 */
final class Choice {
    /** A text with more numbers that nothing names is no message with a code. */
    private static final int FEW = 3;

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

    /** The candidates that nothing names, if none of all is good enough; a few at most. */
    List<Verdict> unnamed() {
        List<Verdict> unnamed = new ArrayList<>(FEW);
        for (Verdict verdict : verdicts) {
            if (verdict.role() == null && verdict.candidate().shape() != Candidate.Shape.LETTERS) {
                if (verdict.score() >= Weights.ENOUGH || unnamed.size() == FEW) {
                    return List.of();
                }
                unnamed.add(verdict);
            }
        }
        return unnamed;
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
