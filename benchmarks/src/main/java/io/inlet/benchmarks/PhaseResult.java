package io.inlet.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * What a phase came to.
 *
 * @param conditions under which it ran, besides those of the whole run
 * @param figures in the order in which people read them
 * @param losses what makes the whole run fail: messages missing or twice, one sentence each
 */
record PhaseResult(Map<String, String> conditions, List<Figure> figures, List<String> losses) {
    PhaseResult {
        figures = List.copyOf(figures);
        losses = List.copyOf(losses);
    }

    /** The same with conditions. */
    PhaseResult under(Map<String, String> found) {
        return new PhaseResult(found, figures, losses);
    }

    /** The value of a figure; there must be one of this name. */
    double value(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
