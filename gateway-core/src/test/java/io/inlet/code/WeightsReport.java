package io.inlet.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fitted weights beside the shipped ones, as tables for people. */
final class WeightsReport {
    private static final double STEP = 0.4;

    private final List<String> lines = new ArrayList<>();

    /** Fits a model and writes it down. */
    void add(Model model) {
        int all = model.questions().size();
        long none = model.questions().stream().filter(Question::isNoneRight).count();
        lines.add("## " + model.name() + ": " + all + " questions, " + (all - none) + " answered");
        lines.add("");
        weights(model);
        lines.add("");
        thresholds(model);
        lines.add("");
    }

    private void weights(Model model) {
        lines.add("| weight | seen | shipped | fitted | further |");
        lines.add("|---|---|---|---|---|");
        double[] fitted = model.fitted();
        for (int i = 0; i < fitted.length; i++) {
            lines.add(row(model.weights().get(i), model.seen(i), fitted[i]));
        }
    }

    private static String row(Model.Weight weight, long seen, double fitted) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.2f | %.2f |",
                weight.name(),
                seen,
                weight.shipped(),
                fitted,
                fitted - weight.shipped());
    }

    private void thresholds(Model model) {
        lines.add(
                "| from odds | shipped: right | another | invented | fitted: right | another |"
                        + " invented |");
        lines.add("|---|---|---|---|---|---|---|");
        double[] from = new double[5];
        for (int i = 0; i < from.length; i++) {
            from[i] = model.likely() + STEP * (i - 2);
        }
        List<Tally> shipped = model.asShipped(from);
        List<Tally> fitted = model.crossValidated(from);
        for (int i = 0; i < from.length; i++) {
            String odds = String.format(Locale.ROOT, "| %.1f | ", from[i]);
            lines.add(odds + row(shipped.get(i)) + " | " + row(fitted.get(i)) + " |");
        }
    }

    private static String row(Tally tally) {
        return tally.right() + " | " + tally.another() + " | " + tally.invented();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
