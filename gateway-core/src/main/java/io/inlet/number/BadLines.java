package io.inlet.number;

import io.inlet.id.Counted;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What is wrong with a file. A large file may be wrong on each of its lines, so all are counted and
 * only the first kept. One thread.
 */
public final class BadLines {
    private static final int MOST_TOLD = 1_000;

    // More may be wrong with a line; in the order in which it was found.
    private record Told(NumberLine.Bad bad, int order) {}

    private final TreeSet<Told> told =
            new TreeSet<>(
                    Comparator.<Told>comparingInt(t -> t.bad().line())
                            .thenComparingInt(Told::order));
    private final BitSet lines = new BitSet();
    private int count;

    /** One more, in any order. */
    public void add(NumberLine.Bad bad) {
        lines.set(bad.line());
        told.add(new Told(bad, count++));
        if (told.size() > MOST_TOLD) {
            told.removeLast();
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** The first 1,000 in the file's order. */
    public List<NumberLine.Bad> told() {
        return told.stream().map(Told::bad).toList();
    }

    /** How many there are, for people. */
    public String summary() {
        String all =
                "%s on %s; nothing is imported"
                        .formatted(
                                Counted.of(count, "problem"),
                                Counted.of(lines.cardinality(), "line"));
        return count > told.size() ? all + "; the first " + told.size() + " are named" : all;
    }
}
