package io.inlet.code;

import java.util.List;

/**
 * Finds the weights by which the right answers are likeliest: a conditional logit, of which the
 * logistic regression is the case of two answers. By Newton's method; of several right answers each
 * counts as far as it is likely. For one thread.
 */
final class Fit {
    private static final int MOST_STEPS = 200;
    private static final double STILL = 1e-6;

    private final double[] weights;
    private final double[] penalties;
    private double[] slope;
    private double[][] bend;

    private Fit(double[] penalties) {
        this.penalties = penalties;
        this.weights = new double[penalties.length];
        this.slope = new double[0];
        this.bend = new double[0][];
    }

    /**
     * The likeliest weights.
     *
     * @param penalties for each weight, what half of its square costs; 0 leaves it free
     * @throws IllegalStateException if they are not found in 200 steps
     */
    static double[] over(List<Question> questions, double[] penalties) {
        Fit fit = new Fit(penalties);
        for (int i = 0; i < MOST_STEPS; i++) {
            if (fit.step(questions) < STILL) {
                return fit.weights;
            }
        }
        throw new IllegalStateException("no weights found in " + MOST_STEPS + " steps");
    }

    private double step(List<Question> questions) {
        start();
        questions.forEach(this::add);
        double[] change = LinearSystem.solve(bend, slope);
        double most = 0;
        for (int i = 0; i < change.length; i++) {
            weights[i] += change[i];
            most = Math.max(most, Math.abs(change[i]));
        }
        return most;
    }

    private void start() {
        int count = weights.length;
        slope = new double[count];
        bend = new double[count][count];
        for (int i = 0; i < count; i++) {
            slope[i] = -penalties[i] * weights[i];
            bend[i][i] = penalties[i];
        }
    }

    private void add(Question question) {
        double[] all = question.chances(weights);
        double[] right = question.chancesOfRight(weights);
        double[] mean = new double[weights.length];
        for (int i = 0; i < all.length; i++) {
            double[] signs = question.answers().get(i).signs();
            addTo(slope, signs, right[i] - all[i]);
            addTo(mean, signs, all[i]);
            bend(signs, all[i]);
        }
        bend(mean, -1);
    }

    private void bend(double[] signs, double share) {
        for (int i = 0; i < signs.length; i++) {
            if (signs[i] != 0) {
                addTo(bend[i], signs, signs[i] * share);
            }
        }
    }

    private static void addTo(double[] sums, double[] signs, double share) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += signs[i] * share;
        }
    }
}
