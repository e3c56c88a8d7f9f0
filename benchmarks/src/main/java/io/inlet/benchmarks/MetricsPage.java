package io.inlet.benchmarks;

import java.util.regex.Pattern;

/** A gateway's metrics, as it gives them to Prometheus. */
record MetricsPage(String text) {
    static final double MIB = 1 << 20;

    /** The value of one metric, whatever its labels; of several with such labels, the sum. */
    double sum(String metric, String labels) {
        String form = "^%s%s ([-0-9.E+]+)".formatted(metric, labels);
        // G1 gives a maximum for its old generation alone; -1 stands for none.
        return Pattern.compile(form, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .mapToDouble(hit -> Math.max(0, Double.parseDouble(hit.group(1))))
                .sum();
    }

    /** The sum over the parts of the heap. */
    double heap(String metric) {
        return sum(metric, "\\{area=\"heap\".*\\}");
    }
}
