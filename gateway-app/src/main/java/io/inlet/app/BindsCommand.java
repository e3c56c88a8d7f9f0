package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inlet binds}: how the binds of a running gateway are. */
@Command(
        name = "binds",
        description = "List the binds of the running gateway and how they are.",
        mixinStandardHelpOptions = true)
final class BindsCommand implements Runnable {
    @Mixin private final ConfigOption config = new ConfigOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        // Asked before the heading is printed: there is none over a failure.
        JsonNode binds = config.client().get("/ops/v1/binds").path("binds");
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-16s %-16s %-10s %-26s %s%n", "CARRIER", "BIND", "STATE", "SINCE", "REASON");
        for (JsonNode bind : binds) {
            out.printf(
                    "%-16s %-16s %-10s %-26s %s%n",
                    bind.path("carrier").asText(),
                    bind.path("name").asText(),
                    bind.path("state").asText(),
                    bind.path("since").asText(),
                    bind.path("reason").asText(""));
        }
    }
}
