package io.inlet.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps the first thousand violations, and counts all. Any thread. */
final class Violations {
    private static final int KEPT = 1_000;

    private final List<Violation> first = new ArrayList<>();
    private long count;

    synchronized void add(int session, int commandId, String what) {
        count++;
        if (first.size() < KEPT) {
            first.add(new Violation(Instant.now(), session, commandId, what));
        }
    }

    synchronized List<Violation> first() {
        return List.copyOf(first);
    }

    synchronized long count() {
        return count;
    }
}
