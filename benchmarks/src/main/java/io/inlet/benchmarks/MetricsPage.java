package io.inlet.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A gateway's metrics, as it gives them to Prometheus. */
record MetricsPage(String text) {
    static final double MIB = 1 << 20;

    /**
     * The value of a metric with such labels; of several, the sum.
     *
     * @param labels a pattern of all its labels with their braces; empty for a metric that has none
     * @throws IOException if there is none: a zero would look like a good figure
     */
    double sum(String metric, String labels) throws IOException {
        String form = "^%s%s ([-0-9.E+]+)".formatted(metric, labels);
        // G1 gives a maximum for its old generation alone; -1 stands for none.
        double[] values =
                Pattern.compile(form, Pattern.MULTILINE)
                        .matcher(text)
                        .results()
                        .mapToDouble(hit -> Math.max(0, Double.parseDouble(hit.group(1))))
                        .toArray();
        if (values.length == 0) {
            throw new IOException("the metrics have no " + metric + labels);
        }
        return Arrays.stream(values).sum();
    }

    /** The sum over the parts of the heap. */
    double heap(String metric) throws IOException {
        return sum(metric, "\\{area=\"heap\".*\\}");
    }
}
