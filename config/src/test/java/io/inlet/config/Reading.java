package io.inlet.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads sample settings from a text, as if it stood in {@code sample.yaml} of a folder. */
record Reading(Bound bound, List<Problem> problems) {
    static Reading of(Path folder, @Nullable Path credentials, String text) {
        var problems = new Problems();
        Tree tree = YamlParser.parse(folder.resolve("sample.yaml"), text, problems);
        var binder = new Binder(problems, new FileLookup(folder, credentials));
        Bound bound = binder.bind(SampleSettings.class, tree);
        return new Reading(bound, problems.inOrder());
    }

    static Reading of(String text) {
        return of(Path.of("/"), null, text);
    }

    SampleSettings settings() {
        if (bound instanceof Bound.Good(SampleSettings settings) && problems.isEmpty()) {
            return settings;
        }
        throw new AssertionError("refused: " + problems);
    }

    /** Line, key and message of each problem. */
    List<String> lines() {
        return problems.stream()
                .map(it -> it.line() + " " + it.key() + ": " + it.message())
                .toList();
    }
}
