package io.inlet.simulator.script;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A script that cannot be used, with every line that is wrong. */
public final class ScriptException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    ScriptException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of their lines. */
    public List<Problem> problems() {
        return problems;
    }
}
