package io.inlet.config;

import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param file the file it stands in
 * @param line the line, counted from 1, or null if the problem is with the whole file
 * @param column the column, counted from 1, or null if the problem is with the whole line or file
 * @param key the setting, as {@code carriers[0].binds[1].window}, or empty for the whole file
 * @param message what is wrong; never holds what a secret file holds
 */
public record Problem(
        Path file, @Nullable Integer line, @Nullable Integer column, String key, String message) {
    static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file)
                    .thenComparingInt(problem -> orNone(problem.line))
                    .thenComparingInt(problem -> orNone(problem.column));

    /** One with a file that cannot even be read. */
    static Problem of(Path file, String message) {
        return new Problem(file, null, null, "", message);
    }

    /** One line for the operator: {@code inlet.yaml:12:9: http.port: expected ...}. */
    @Override
    public String toString() {
        String at = file + (line == null ? "" : ":" + line) + (column == null ? "" : ":" + column);
        return at + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }

    private static int orNone(@Nullable Integer place) {
        return place == null ? 0 : place;
    }
}
