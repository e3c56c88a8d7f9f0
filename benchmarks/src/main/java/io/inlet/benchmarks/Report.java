package io.inlet.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All that was measured, under which conditions. For one thread. */
final class Report {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, String> conditions;
    private final Map<String, PhaseResult> phases = new LinkedHashMap<>();

    Report(Map<String, String> conditions) {
        this.conditions = conditions;
    }

    void add(String phase, String loadAverage, PhaseResult result) {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("load average before", loadAverage);
        found.putAll(result.conditions());
        phases.put(phase, result.under(found));
    }

    /** The value of a figure of a phase that has run. */
    double value(String phase, String figure) {
        return Objects.requireNonNull(phases.get(phase)).value(figure);
    }

    /** What makes the run fail. */
    List<String> losses() {
        List<String> losses = new ArrayList<>();
        phases.values().forEach(result -> losses.addAll(result.losses()));
        return losses;
    }

    void print(PrintStream out) {
        out.println();
        printAll(out, conditions);
        phases.forEach((phase, result) -> {
            out.println();
            out.println(phase);
            printAll(out, result.conditions());
            result.figures().forEach(figure -> print(out, figure));
        });
        losses().forEach(loss -> out.println("\nFAILED: " + loss));
        out.flush();
    }

    private static void printAll(PrintStream out, Map<String, String> conditions) {
        conditions.forEach((name, value) -> out.printf("  (%s: %s)%n", name, value));
    }

    private static void print(PrintStream out, Figure figure) {
        String target = "";
        if (figure.target() != null) {
            target =
                    figure.target()
                            + (Boolean.TRUE.equals(figure.reached())
                                    ? ": reached"
                                    : ": NOT REACHED");
        }
        out.printf("  %-52s %20s   %s%n", figure.name(), figure.shown(), target);
    }

    void write(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("conditions", conditions);
        all.put("phases", phases);
        JSON.writeValue(file.toFile(), all);
    }
}
