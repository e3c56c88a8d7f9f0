package io.inlet.code;

/** One possible answer to a {@link Question}, and what speaks for it. */
final class Answer {
    private final double[] signs;
    private final double offset;
    private final boolean right;

    /**
     * @param signs how far each weight counts for it: mostly 1 or 0
     * @param offset what is added to its odds whatever the weights
     */
    Answer(double[] signs, double offset, boolean right) {
        this.signs = signs;
        this.offset = offset;
        this.right = right;
    }

    double[] signs() {
        return signs;
    }

    boolean right() {
        return right;
    }

    /** The logarithm of its odds. */
    double odds(double[] weights) {
        double odds = offset;
        for (int i = 0; i < weights.length; i++) {
            odds += signs[i] * weights[i];
        }
        return odds;
    }
}
