package io.inlet.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something measured.
 *
 * @param name what, in words
 * @param value how much
 * @param unit of what, or empty for a count or a ratio
 * @param target what it is to reach, or null if it only informs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figure(String name, double value, String unit, @Nullable Target target) {
    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, null);
    }

    static Figure count(String name, long value) {
        return of(name, (double) value, "");
    }

    Figure with(Target wanted) {
        return new Figure(name, value, unit, wanted);
    }

    /** Whether the target is reached, or null without one. */
    @JsonProperty
    @Nullable Boolean reached() {
        return target == null ? null : target.isReachedBy(value);
    }

    String shown() {
        return text(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** Three digits that tell something, and no fraction where there are as many before it. */
    static String text(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return "%,.0f".formatted(value);
        }
        return (Math.abs(value) >= 10 ? "%.1f" : "%.2f").formatted(value);
    }
}
