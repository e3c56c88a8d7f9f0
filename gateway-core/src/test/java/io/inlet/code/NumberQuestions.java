package io.inlet.code;

import io.inlet.code.Model.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Asks of numbers whether they are the code, by how clearly they are called so. For one thread. */
final class NumberQuestions {
    private final Map<Calling, List<Question>> questions = new EnumMap<>(Calling.class);

    NumberQuestions() {
        for (Calling calling : Calling.values()) {
            questions.put(calling, new ArrayList<>());
        }
    }

    private List<Question> questions(Calling calling) {
        return Objects.requireNonNull(questions.get(calling));
    }

    /**
     * Asks about the numbers of a message as phrases show them. A PIN is neither right nor wrong
     * here: what else the message says tells it from a one-time code later.
     */
    void add(LabelledMessage message, Lexicon lexicon) {
        if (message.pin()) {
            return;
        }
        Notebook notebook = lexicon.notebook();
        PlainText text = PlainText.of(message.text());
        Hits hits = lexicon.find(text, notebook);
        notebook.terrain().survey(text, hits);
        new Numbers(message, text, hits, notebook.terrain()).ask();
    }

    private final class Numbers {
        private final LabelledMessage message;
        private final PlainText text;
        private final Hits hits;
        private final Terrain terrain;
        private final CandidateScanner scanner;
        private final List<Verdict> verdicts;

        Numbers(LabelledMessage message, PlainText text, Hits hits, Terrain terrain) {
            this.message = message;
            this.text = text;
            this.hits = hits;
            this.terrain = terrain;
            this.scanner = new CandidateScanner(text, hits);
            this.verdicts = judged(scanner.scan());
        }

        private List<Verdict> judged(List<Candidate> candidates) {
            Judge judge = new Judge(text, hits, terrain, candidates);
            List<Verdict> judged = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                judged.add(judge.judge(i));
            }
            return judged;
        }

        // As the closer look does, before it changes the verdicts.
        void ask() {
            Choice choice = new Choice(verdicts);
            int rivals = choice.unnamed().size() - 1;
            Verdict best = choice.best();
            if (rivals < 0 && best != null) {
                named(best, Calling.by(best.naming().cue()));
            }
            new CloserLook(text, hits, terrain, scanner.masked()).at(verdicts);
            for (Verdict verdict : verdicts) {
                if (verdict.rule() == Reason.ASKED_FOR) {
                    unnamed(verdict, rivals);
                }
            }
        }

        private void named(Verdict verdict, Calling calling) {
            if (calling == Calling.NOT) {
                return;
            }
            boolean role = verdicts.stream().anyMatch(v -> v.role() != null);
            Surroundings all = new Surroundings(text, hits, terrain, scanner.masked(), role);
            double[] signs = signs(all.of(verdict.candidate()), 1, verdict.score());
            questions(calling).add(question(signs, 0, isCode(verdict)));
        }

        private void unnamed(Verdict verdict, int rivals) {
            double[] signs = signs(verdict.circumstances(), 1);
            questions(Calling.NOT).add(question(signs, -Weights.RIVAL * rivals, isCode(verdict)));
        }

        private boolean isCode(Verdict verdict) {
            String code = message.code();
            String found = CodeScore.canonical(verdict.candidate().code());
            return code != null && CodeScore.canonical(code).equals(found);
        }

        private Question question(double[] signs, double offset, boolean code) {
            Answer number = new Answer(signs, offset, code);
            Answer none = new Answer(new double[signs.length], 0, !code);
            return new Question(message.id(), List.of(number, none));
        }
    }

    private static double[] signs(Set<Circumstance> found, double... first) {
        Circumstance[] all = Circumstance.values();
        double[] signs = Arrays.copyOf(first, first.length + all.length);
        for (int i = 0; i < all.length; i++) {
            signs[first.length + i] = found.contains(all[i]) ? 1 : 0;
        }
        return signs;
    }

    /** Numbers that are called a code so clearly. */
    Model model(Calling calling) {
        double base = Weights.odds(calling, 0);
        List<Weight> weights = new ArrayList<>();
        weights.add(new Weight("base", base, true));
        if (calling != Calling.NOT) {
            weights.add(new Weight("score", Weights.odds(calling, 1) - base, true));
        }
        for (Circumstance each : Circumstance.values()) {
            weights.add(new Weight(each.name(), each.weight(calling), false));
        }
        return new Model("Circumstance, " + calling, weights, likely(), questions(calling));
    }

    private static double likely() {
        return Objects.requireNonNull(RuleHash.constants(Weights.class).get("Weights.LIKELY"));
    }
}
