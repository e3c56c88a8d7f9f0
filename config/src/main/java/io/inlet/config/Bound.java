package io.inlet.config;

import org.jspecify.annotations.Nullable;

/** What binding a part of the tree came to. */
sealed interface Bound {
    /** A value, null only for an optional setting that was left out. */
    record Good(@Nullable Object value) implements Bound {}

    /** Nothing to use; what is wrong has been reported. */
    record Bad() implements Bound {}

    Bound BAD = new Bad();

    static Bound good(@Nullable Object value) {
        return new Good(value);
    }
}
