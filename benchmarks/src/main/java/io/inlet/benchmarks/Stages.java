package io.inlet.benchmarks;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The stages that are open, so that a run which is broken off leaves no process behind. Any thread.
 */
final class Stages {
    private final Set<Stage> open = new LinkedHashSet<>();
    private boolean over;

    synchronized Stage open(Stage stage) {
        if (over) {
            throw new IllegalStateException("the run is being ended");
        }
        open.add(stage);
        return stage;
    }

    synchronized void closed(Stage stage) {
        open.remove(stage);
    }

    /** Ends all that runs, and lets nothing begin. */
    void close() {
        Set<Stage> rest;
        synchronized (this) {
            over = true;
            rest = Set.copyOf(open);
        }
        rest.forEach(Stage::close);
    }
}
