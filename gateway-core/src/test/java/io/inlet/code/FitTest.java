package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
    private static Question question(boolean right, double... signs) {
        Answer none = new Answer(new double[signs.length], 0, !right);
        return new Question("a", List.of(new Answer(signs, 0, right), none));
    }

    private static List<Question> repeat(int times, Question question) {
        return new ArrayList<>(Collections.nCopies(times, question));
    }

    @Test
    void free_weights_give_the_odds_that_were_counted() {
        List<Question> questions = repeat(30, question(true, 1, 0));
        questions.addAll(repeat(10, question(false, 1, 0)));
        questions.addAll(repeat(20, question(true, 1, 1)));
        questions.addAll(repeat(40, question(false, 1, 1)));
        double[] weights = Fit.over(questions, new double[] {0, 0});
        assertThat(weights[0]).isCloseTo(Math.log(3), within(1e-6));
        assertThat(weights[1]).isCloseTo(Math.log(0.5) - Math.log(3), within(1e-6));
    }

    @Test
    void penalty_keeps_a_weight_where_its_cost_meets_its_gain() {
        double weight = Fit.over(List.of(question(true, 1)), new double[] {2})[0];
        assertThat(2 * weight).isCloseTo(1 - 1 / (1 + Math.exp(-weight)), within(1e-6));
    }

    @Test
    void chances_of_three_answers_are_those_that_were_counted() {
        List<Question> questions = repeat(60, three(0));
        questions.addAll(repeat(30, three(1)));
        questions.addAll(repeat(10, three(2)));
        double[] weights = Fit.over(questions, new double[] {0, 0});
        assertThat(weights[0]).isCloseTo(Math.log(6), within(1e-5));
        assertThat(weights[1]).isCloseTo(Math.log(3), within(1e-5));
    }

    private static Question three(int right) {
        return new Question(
                "a",
                List.of(
                        new Answer(new double[] {1, 0}, 0, right == 0),
                        new Answer(new double[] {0, 1}, 0, right == 1),
                        new Answer(new double[] {0, 0}, 0, right == 2)));
    }

    @Test
    void offset_counts_beside_the_weights() {
        Answer number = new Answer(new double[] {1}, -1, true);
        Answer none = new Answer(new double[] {0}, 0, false);
        List<Question> questions = repeat(1, new Question("a", List.of(number, none)));
        questions.add(question(false, 1));
        double weight = Fit.over(questions, new double[] {0})[0];
        assertThat(weight).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void of_several_right_answers_any_will_do() {
        Answer one = new Answer(new double[] {1}, 0, true);
        Answer other = new Answer(new double[] {1}, 0, true);
        Answer none = new Answer(new double[] {0}, 0, false);
        Question question = new Question("a", List.of(one, other, none));
        double weight = Fit.over(List.of(question), new double[] {1})[0];
        double odds = 2 * Math.exp(weight);
        assertThat(weight).isCloseTo(1 / (1 + odds), within(1e-5));
    }

    @Test
    void equations_are_solved() {
        double[][] matrix = {{4, 2, 1}, {2, 5, 3}, {1, 3, 6}};
        assertThat(LinearSystem.solve(matrix, new double[] {11, 21, 25}))
                .containsExactly(new double[] {1, 2, 3}, within(1e-12));
        assertThatThrownBy(() -> LinearSystem.solve(new double[][] {{1, 1}, {1, 1}}, new double[2]))
                .hasMessageStartingWith("row 1 depends on the ones before it");
    }
}
