package io.inlet.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A distribution of latencies, in milliseconds.
 *
 * @param count of how many
 * @param p50 half of them were at most this long
 * @param p99 99 of 100
 * @param p999 999 of 1000
 * @param most the longest
 */
record Latency(long count, double p50, double p99, double p999, double most) {
    private static final double MICROS_PER_MILLI = 1_000;

    /** Of a histogram of microseconds. */
    static Latency of(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(99.9) / MICROS_PER_MILLI,
                micros.getMaxValue() / MICROS_PER_MILLI);
    }

    /** As figures; only the p99 has a target. */
    List<Figure> figures(String what, Target p99Target) {
        List<Figure> figures = new ArrayList<>(figures(what));
        figures.set(1, figures.get(1).with(p99Target));
        return figures;
    }

    /** As figures, without a target. */
    List<Figure> figures(String what) {
        return List.of(
                Figure.of(what + ", p50", p50, "ms"),
                Figure.of(what + ", p99", p99, "ms"),
                Figure.of(what + ", p99.9", p999, "ms"),
                Figure.of(what + ", most", most, "ms"));
    }
}
