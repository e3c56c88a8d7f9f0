package io.inlet.config;

import java.util.List;

/** What reading the configuration came to: all of it, or nothing of it. */
public sealed interface Outcome {
    /** Every file is in order. */
    record Accepted(Settings settings) implements Outcome {}

    /**
     * Something is not, and none of it applies.
     *
     * @param problems all of them, at least one, in the order of files and lines
     */
    record Rejected(List<Problem> problems) implements Outcome {}
}
