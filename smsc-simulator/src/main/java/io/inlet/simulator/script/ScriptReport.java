package io.inlet.simulator.script;

import java.util.List;

/**
 * How a script went.
 *
 * @param rows one for each line that did or expected something, in order
 * @param completed false if the carrier was closed before its end, or something awaited did not
 *     come
 */
public record ScriptReport(List<Row> rows, boolean completed) {
    public ScriptReport {
        rows = List.copyOf(rows);
    }

    /** Whether it went through to its end and every expectation held. */
    public boolean passed() {
        return completed && rows.stream().allMatch(Row::holds);
    }

    /**
     * One line of it.
     *
     * @param line its number
     * @param step what it says, without texts and whole numbers
     * @param outcome what came of it
     * @param holds false if it expected something else
     */
    public record Row(int line, String step, String outcome, boolean holds) {}
}
