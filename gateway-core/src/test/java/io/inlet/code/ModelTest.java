package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.Model.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static Question question(String id, double sign, boolean right) {
        Answer number = new Answer(new double[] {sign}, 0, right);
        return new Question(id, List.of(number, new Answer(new double[1], 0, !right)));
    }

    private static Model model(Question... questions) {
        List<Weight> weights = List.of(new Weight("SIGN", 1, false));
        return new Model("model", weights, 0, List.of(questions));
    }

    @Test
    void message_is_answered_by_weights_that_were_fitted_without_it() {
        Model alone = model(question("a", 1, true), question("b", 0, true));
        assertThat(alone.fitted()[0]).isGreaterThan(0.2);
        assertThat(alone.crossValidated(0.1).getFirst().right()).isZero();
        Model taught = model(question("a", 1, true), question("b", 1, true));
        assertThat(taught.crossValidated(0.1).getFirst().right()).isEqualTo(2);
    }

    @Test
    void both_questions_of_a_message_are_left_out_together() {
        Model twice = model(question("a", 1, true), question("a", 1, true));
        assertThat(twice.crossValidated(0.1).getFirst().right()).isZero();
    }

    @Test
    void answers_are_counted_by_the_threshold_that_they_pass() {
        Model model =
                model(question("a", 2, true), question("b", 2, false), question("c", 1, true));
        Tally low = model.asShipped(0.5, 1.5).getFirst();
        Tally high = model.asShipped(0.5, 1.5).getLast();
        assertThat(low.right()).isEqualTo(2);
        assertThat(low.invented()).isEqualTo(1);
        assertThat(high.right()).isEqualTo(1);
        assertThat(model.seen(0)).isEqualTo(3);
    }

    @Test
    void another_answer_than_a_right_one_is_no_invention() {
        Answer wrong = new Answer(new double[] {2}, 0, false);
        Answer right = new Answer(new double[] {1}, 0, true);
        Answer none = new Answer(new double[] {0}, 0, false);
        Tally tally = new Tally(0.5);
        tally.add(new Question("a", List.of(wrong, right, none)), new double[] {1});
        assertThat(tally.another()).isEqualTo(1);
        assertThat(tally.right() + tally.invented()).isZero();
    }
}
