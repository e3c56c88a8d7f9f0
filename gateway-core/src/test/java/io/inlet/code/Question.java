package io.inlet.code;

import java.util.List;

/**
 * What a message asks the weights: which of several answers is right. The last answer is none of
 * the others.
 *
 * @param id the message's
 */
record Question(String id, List<Answer> answers) {

    /** How likely each answer is by these weights, all together 1. */
    double[] chances(double[] weights) {
        return shares(answers.stream().mapToDouble(a -> a.odds(weights)).toArray());
    }

    /** The same, where it is known that a right one was given. */
    double[] chancesOfRight(double[] weights) {
        return shares(
                answers.stream()
                        .mapToDouble(a -> a.right() ? a.odds(weights) : Double.NEGATIVE_INFINITY)
                        .toArray());
    }

    private static double[] shares(double[] odds) {
        double most = Double.NEGATIVE_INFINITY;
        for (double each : odds) {
            most = Math.max(most, each);
        }
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            odds[i] = Math.exp(odds[i] - most);
            sum += odds[i];
        }
        for (int i = 0; i < odds.length; i++) {
            odds[i] /= sum;
        }
        return odds;
    }

    boolean isNoneRight() {
        return answers.getLast().right();
    }

    /** The likeliest answer but for none. */
    Answer best(double[] weights) {
        Answer best = answers.getFirst();
        for (Answer answer : answers.subList(1, answers.size() - 1)) {
            best = answer.odds(weights) > best.odds(weights) ? answer : best;
        }
        return best;
    }
}
