package io.inlet.code;

import io.inlet.code.BrandTraits.Found;
import io.inlet.code.BrandTraits.Known;
import io.inlet.code.Model.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks of each code that is found who of all that are named issued it. For one thread. */
final class BrandQuestions {
    private static final double LIKELY =
            Objects.requireNonNull(RuleHash.constants(Brands.class).get("Brands.LIKELY"));

    private final List<Question> questions = new ArrayList<>();

    /** Asks who issued the code of a message, if one is found as phrases show it. */
    void add(LabelledMessage message, Lexicon lexicon) {
        Notebook notebook = lexicon.notebook();
        PlainText text = PlainText.of(message.text());
        Hits hits = lexicon.find(text, notebook);
        notebook.terrain().survey(text, hits);
        Analysis analysis = new Analysis(text, hits, notebook.terrain());
        Found found = analysis.found();
        if (found != null && message.code() != null && !isPrefixed(found)) {
            ask(message, text, analysis.brands(found, message.sender()));
        }
    }

    // A prefix such as "G-" tells the issuer by itself.
    private static boolean isPrefixed(Found found) {
        return found.code().candidate().shape() == Candidate.Shape.PREFIXED;
    }

    private void ask(LabelledMessage message, PlainText text, Brands brands) {
        List<Answer> answers = new ArrayList<>();
        for (BrandName name : brands.names()) {
            boolean right = isBrand(message, text.original(name.from(), name.to()));
            answers.add(answer(name::has, right));
        }
        Known known = brands.known();
        beside(message, answers, known.origin(), BrandTrait.ORIGIN);
        beside(message, answers, known.sender(), brands.sender());
        if (!answers.isEmpty()) {
            answers.add(none(answers.stream().noneMatch(Answer::right)));
            questions.add(new Question(message.id(), answers));
        }
    }

    private static void beside(
            LabelledMessage message, List<Answer> answers, @Nullable String name, BrandTrait as) {
        if (name != null) {
            answers.add(answer(as::equals, isBrand(message, name)));
        }
    }

    private static boolean isBrand(LabelledMessage message, String name) {
        String brand = message.brand();
        return brand != null && CodeScore.name(name).equals(CodeScore.name(brand));
    }

    private static Answer answer(Predicate<BrandTrait> holds, boolean right) {
        BrandTrait[] all = BrandTrait.values();
        double[] signs = new double[all.length + 1];
        for (int i = 0; i < all.length; i++) {
            signs[i + 1] = holds.test(all[i]) ? 1 : 0;
        }
        return new Answer(signs, 0, right);
    }

    // What a name must be worth to be believed is what "nobody" is worth.
    private static Answer none(boolean right) {
        double[] signs = new double[BrandTrait.values().length + 1];
        signs[0] = 1;
        return new Answer(signs, 0, right);
    }

    Model model() {
        List<Weight> weights = new ArrayList<>();
        weights.add(new Weight("Brands.LIKELY", LIKELY, true));
        for (BrandTrait trait : BrandTrait.values()) {
            weights.add(new Weight(trait.name(), trait.weight(), false));
        }
        return new Model("BrandTrait", weights, LIKELY, questions);
    }
}
