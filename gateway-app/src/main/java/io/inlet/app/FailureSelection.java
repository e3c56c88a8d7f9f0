package io.inlet.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which failures a command is about. */
final class FailureSelection {
    @Mixin private final BindChoice binds = new BindChoice();

    @Option(names = "--reason", description = "One of: unreadable, refused_by_store.")
    private @Nullable String reason;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Arrived then or later, such as 2026-01-31T09:30:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Arrived before.")
    private @Nullable String to;

    /**
     * What is wanted, as the gateway names it; empty if nothing was said.
     *
     * @throws CommandLine.ParameterException if the bind is not well named
     */
    Map<String, Object> fields(CommandLine command) {
        BindChoice.Chosen chosen = binds.read(command);
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "carrier", chosen.carrier());
        put(fields, "bind", chosen.bind());
        put(fields, "reason", reason);
        put(fields, "from", from);
        put(fields, "to", to);
        return fields;
    }

    /** What was received over a bind that is configured no more is not read again. */
    void expectBind(CommandLine command, OpsClient client) {
        BindChoice.Chosen chosen = binds.read(command);
        if (!chosen.isAny()) {
            BindNames.of(client).expect(chosen.carrier(), chosen.bind());
        }
    }

    private static void put(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
