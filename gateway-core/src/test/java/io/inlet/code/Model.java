package io.inlet.code;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights that are fitted together, over the questions that they answer.
 *
 * @param likely the shipped odds, as a logarithm, from which on an answer is believed
 */
record Model(String name, List<Weight> weights, double likely, List<Question> questions) {
    /** What half the square of a weight costs: keeps rare signs from large weights. */
    private static final double PENALTY = 2;

    private static final int FOLDS = 10;

    /**
     * One weight as it is shipped.
     *
     * @param free whether its size costs nothing: it counts for every question
     */
    record Weight(String name, double shipped, boolean free) {}

    double[] shipped() {
        return weights.stream().mapToDouble(Weight::shipped).toArray();
    }

    double[] fitted() {
        return fitted(questions);
    }

    private double[] fitted(List<Question> some) {
        double[] penalties = weights.stream().mapToDouble(w -> w.free() ? 0 : PENALTY).toArray();
        return Fit.over(some, penalties);
    }

    /** How many answers a weight counts for. */
    long seen(int weight) {
        return questions.stream()
                .flatMap(q -> q.answers().stream())
                .filter(a -> a.signs()[weight] != 0)
                .count();
    }

    /** How the shipped weights answer, at each of several thresholds. */
    List<Tally> asShipped(double... thresholds) {
        List<Tally> tallies = tallies(thresholds);
        double[] shipped = shipped();
        tallies.forEach(t -> questions.forEach(q -> t.add(q, shipped)));
        return tallies;
    }

    /** How fitted weights answer questions of messages that they were not fitted over. */
    List<Tally> crossValidated(double... thresholds) {
        List<Tally> tallies = tallies(thresholds);
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            double[] fitted = fitted(questions.stream().filter(q -> foldOf(q) != out).toList());
            List<Question> unseen = questions.stream().filter(q -> foldOf(q) == out).toList();
            tallies.forEach(t -> unseen.forEach(q -> t.add(q, fitted)));
        }
        return tallies;
    }

    private static List<Tally> tallies(double... thresholds) {
        return IntStream.range(0, thresholds.length)
                .mapToObj(i -> new Tally(thresholds[i]))
                .toList();
    }

    // All questions of a message are in one.
    private static int foldOf(Question question) {
        return Math.floorMod(question.id().hashCode(), FOLDS);
    }
}
