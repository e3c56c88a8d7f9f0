package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What weights are fitted over is what the reader weighs. */
class QuestionsTest {
    private static final Lexicon SHIPPED = Lexicon.read();

    private static LabelledMessage message(String text, String code) {
        return new LabelledMessage("en-1", "en", text, "", code, null, null, false);
    }

    private static Model unnamed(LabelledMessage message, Lexicon lexicon) {
        NumberQuestions questions = new NumberQuestions();
        questions.add(message, lexicon);
        return questions.model(Calling.NOT);
    }

    private static double shippedScore(Model model, int question) {
        Answer number = model.questions().get(question).best(model.shipped());
        return Weights.score(number.odds(model.shipped()));
    }

    private static double scoreOfReader(String text, int candidate) {
        return new CueExtractor().explain(text, "").candidates().get(candidate).score();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4829 will let you sign in.",
                "The library has 20418 books, and it will open at the new place.",
                "Your washing is ready: 381 and 9125 were called, and it is time to go."
            })
    void number_that_nothing_names_is_weighed_as_the_reader_does(String text) {
        Model model = unnamed(message(text, "4829"), SHIPPED);
        assertThat(model.questions()).isNotEmpty();
        for (int i = 0; i < model.questions().size(); i++) {
            assertThat(shippedScore(model, i)).isCloseTo(scoreOfReader(text, i), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The new code 2041 students asked for at 10:30 is here.",
                "Code 20417 students at 10:30."
            })
    void number_that_a_vague_word_names_is_weighed_as_the_reader_does(String text) {
        NumberQuestions questions = new NumberQuestions();
        questions.add(message(text, "2041"), SHIPPED);
        Model model = questions.model(Calling.VAGUELY);
        assertThat(model.questions()).hasSize(1);
        assertThat(shippedScore(model, 0)).isCloseTo(scoreOfReader(text, 0), within(1e-9));
    }

    @Test
    void named_number_asks_nothing_until_its_name_is_withheld() {
        LabelledMessage message = message("Your verification code is 482913.", "482913");
        assertThat(unnamed(message, SHIPPED).questions()).isEmpty();
        Lexicon nameless = Lexicon.without(Set.of(Cue.ONE_TIME_CODE, Cue.CODE));
        List<Question> asked = unnamed(message, nameless).questions();
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().isNoneRight()).isFalse();
    }

    @Test
    void pin_is_neither_right_nor_wrong() {
        String text = "4829 will let you sign in.";
        LabelledMessage pin = new LabelledMessage("en-1", "en", text, "", null, null, null, true);
        assertThat(unnamed(pin, SHIPPED).questions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lindenhof: 482913 is your login code.",
                "Your Lindenhof code is 482913. Never share it. Team Birkenfeld",
                "Your code is 482913."
            })
    void brand_is_chosen_as_the_reader_chooses(String text) {
        for (String sender : List.of("", "LINDENHOF")) {
            String brand = new CueExtractor().read(text, sender).brand();
            BrandQuestions questions = new BrandQuestions();
            questions.add(
                    new LabelledMessage("en-1", "en", text, sender, "482913", brand, null, false),
                    SHIPPED);
            Tally tally = new Tally(questions.model().likely());
            Model model = questions.model();
            model.questions().forEach(q -> tally.add(q, model.shipped()));
            assertThat(tally.right()).isEqualTo(brand == null ? 0 : 1);
            assertThat(tally.another() + tally.invented()).isZero();
        }
    }
}
