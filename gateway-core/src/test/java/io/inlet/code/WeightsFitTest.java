package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Fits the weights of {@link Circumstance} and {@link BrandTrait} anew over our own tuned messages,
 * when it is asked to: {@code docs/codes.md} tells how. Nothing is changed; what it prints is for a
 * person to judge.
 */
class WeightsFitTest {
    private static final Path REPORT = Path.of("target/code-weights.md");

    // The second shows each message as one in a language whose names of codes nobody knows.
    private static List<Lexicon> lexicons() {
        return List.of(Lexicon.read(), Lexicon.without(Set.of(Cue.ONE_TIME_CODE, Cue.CODE)));
    }

    @Test
    @EnabledIfSystemProperty(named = "inlet.codes.fit", matches = "true")
    void weights_are_fitted_over_our_own_messages() throws IOException {
        NumberQuestions numbers = new NumberQuestions();
        BrandQuestions brands = new BrandQuestions();
        for (Lexicon lexicon : lexicons()) {
            for (LabelledMessage message : LabelledMessage.all("tuned")) {
                numbers.add(message, lexicon);
                brands.add(message, lexicon);
            }
        }
        WeightsReport report = new WeightsReport();
        report.add(numbers.unnamed());
        report.add(numbers.vague());
        report.add(brands.model());
        Files.write(REPORT, report.lines());
        report.lines().forEach(System.out::println);
        assertThat(report.lines()).isNotEmpty();
    }
}
