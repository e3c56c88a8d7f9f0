package io.inlet.code;

/** How many questions were answered rightly and wrongly at a threshold. For one thread. */
final class Tally {
    private final double threshold;
    private int right;
    private int another;
    private int invented;

    /**
     * @param threshold odds, as a logarithm, from which on an answer is believed
     */
    Tally(double threshold) {
        this.threshold = threshold;
    }

    void add(Question question, double[] weights) {
        Answer best = question.best(weights);
        if (best.odds(weights) > threshold) {
            right += best.right() ? 1 : 0;
            invented += question.isNoneRight() ? 1 : 0;
            another += best.right() || question.isNoneRight() ? 0 : 1;
        }
    }

    double threshold() {
        return threshold;
    }

    int right() {
        return right;
    }

    /** How often another answer was given than a right one that there is. */
    int another() {
        return another;
    }

    /** How often one was given where none is right. */
    int invented() {
        return invented;
    }
}
