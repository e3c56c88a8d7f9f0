package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Fits the weights of {@link Circumstance} and {@link BrandTrait} anew over our own tuned messages,
 * when it is asked to: {@code docs/codes.md} tells how. Nothing is changed; what it prints is for a
 * person to judge.
 */
class WeightsFitTest {
    private static final Path REPORT = Path.of("target/code-weights.md");

    private static List<String> report() {
        Lexicon shipped = Lexicon.read();
        // As in a language of which nobody knows what codes are called.
        Lexicon nameless = Lexicon.without(Set.of(Cue.ONE_TIME_CODE, Cue.CODE));
        // As if all sorts of codes were called codes and no more.
        Lexicon sortless = Lexicon.without(Set.of(Cue.ONE_TIME_CODE, Cue.PROMO, Cue.OTHER_CODE));
        NumberQuestions unnamed = new NumberQuestions();
        ask(unnamed::add, shipped, nameless);
        NumberQuestions vague = new NumberQuestions();
        ask(vague::add, shipped, sortless);
        NumberQuestions clear = new NumberQuestions();
        ask(clear::add, shipped);
        BrandQuestions brands = new BrandQuestions();
        ask(brands::add, shipped, nameless);
        WeightsReport report = new WeightsReport();
        report.add(unnamed.model(Calling.NOT));
        report.add(vague.model(Calling.VAGUELY));
        report.add(clear.model(Calling.CLEARLY));
        report.add(brands.model());
        return report.lines();
    }

    private static void ask(BiConsumer<LabelledMessage, Lexicon> questions, Lexicon... lexicons) {
        for (LabelledMessage message : LabelledMessage.all("tuned")) {
            for (Lexicon lexicon : lexicons) {
                questions.accept(message, lexicon);
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "inlet.codes.fit", matches = "true")
    void weights_are_fitted_over_our_own_messages() throws IOException {
        List<String> lines = report();
        Files.write(REPORT, lines);
        lines.forEach(System.out::println);
        assertThat(lines).contains("| weight | seen | shipped | fitted | further |");
    }
}
