package io.inlet.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which stored messages a command goes through, and whether it does more. */
final class RangeOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            required = true,
            description = "Received then or later, such as 2026-01-31T09:30:00Z.")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", required = true, description = "Received before.")
    private String to = "";

    @Option(
            names = "--after",
            paramLabel = "MESSAGE",
            description = "Go on there: the last that a run which was broken off printed.")
    private @Nullable String after;

    @Option(names = "--dry-run", description = "Only count; change nothing.")
    private boolean dryRun;

    /** What is wanted, as the gateway names it; more may be put in. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("from", from);
        fields.put("to", to);
        fields.put("dryRun", dryRun);
        if (after != null) {
            fields.put("after", after);
        }
        return fields;
    }
}
