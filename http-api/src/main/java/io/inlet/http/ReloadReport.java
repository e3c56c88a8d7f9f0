package io.inlet.http;

import java.util.List;

/**
 * What a reload does, or did.
 *
 * @param file the main file
 * @param problems why nothing is applied, one a line; empty if it can be, or was
 * @param binds what becomes of each bind
 * @param changesLog whether log levels change
 * @param needRestart the keys of the top level that have changed and wait for a restart
 */
public record ReloadReport(
        String file,
        List<String> problems,
        List<Bind> binds,
        boolean changesLog,
        List<String> needRestart) {
    public ReloadReport {
        problems = List.copyOf(problems);
        binds = List.copyOf(binds);
        needRestart = List.copyOf(needRestart);
    }

    /**
     * What becomes of a bind.
     *
     * @param carrier the carrier's name
     * @param name the bind's name
     * @param change what is done with it, in lower_snake_case
     * @param settings the settings that changed
     */
    public record Bind(String carrier, String name, String change, List<String> settings) {
        public Bind {
            settings = List.copyOf(settings);
        }
    }

    /** Nothing can be applied. */
    public static ReloadReport refused(String file, List<String> problems) {
        return new ReloadReport(file, problems, List.of(), false, List.of());
    }
}
