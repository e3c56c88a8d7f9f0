package io.inlet.benchmarks;

import java.util.Locale;

/** What a figure is to reach. */
record Target(Side side, double bound) {
    /** On which side of the bound a figure has to be; the bound itself is good. */
    enum Side {
        AT_LEAST,
        AT_MOST
    }

    static Target atLeast(double bound) {
        return new Target(Side.AT_LEAST, bound);
    }

    static Target atMost(double bound) {
        return new Target(Side.AT_MOST, bound);
    }

    boolean isReachedBy(double value) {
        return switch (side) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
        };
    }

    @Override
    public String toString() {
        return side.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ' ' + Figure.text(bound);
    }
}
