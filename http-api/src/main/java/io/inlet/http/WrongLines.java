package io.inlet.http;

import io.inlet.id.Counted;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a file, in its order. A large file may be wrong on each of its lines, so all
 * are counted and only the first kept. One thread.
 */
final class WrongLines {
    static final int MOST_TOLD = 1_000;

    private final List<Problem.WrongLine> told = new ArrayList<>();
    private int count;
    private int lines;
    private int lastLine;

    /** One more, on a line that comes after those before it or is the last of them. */
    void add(int line, String problem) {
        count++;
        if (line != lastLine) {
            lines++;
            lastLine = line;
        }
        if (told.size() < MOST_TOLD) {
            told.add(new Problem.WrongLine(line, problem));
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The first of them. */
    List<Problem.WrongLine> told() {
        return List.copyOf(told);
    }

    /** How many there are, for people. */
    String summary() {
        String all =
                "%s on %s; nothing is imported"
                        .formatted(Counted.of(count, "problem"), Counted.of(lines, "line"));
        return count > told.size() ? all + "; the first " + told.size() + " are named" : all;
    }
}
