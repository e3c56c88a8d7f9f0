package io.inlet.persistence;

import io.inlet.id.Counted;

/** Checks of row counts: a statement that touched others than it should is a bug. */
final class Rows {
    private Rows() {}

    static void expect(long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException(
                    "expected to touch " + Counted.of(expected, "row") + ", touched " + found);
        }
    }
}
