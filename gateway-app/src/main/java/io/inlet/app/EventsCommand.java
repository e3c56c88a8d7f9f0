package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inlet events}: what a running gateway tells of itself. */
@Command(
        name = "events",
        description = {
            "List what the gateways on this database tell of themselves, oldest first: sessions that"
                    + " began and ended, alarms, what was quarantined; without a cursor, those of the"
                    + " last seven days.",
            "The last line names the cursor to go on from."
        },
        mixinStandardHelpOptions = true)
final class EventsCommand implements Runnable {
    private static final int PAGE = 1_000;

    @Mixin private final ConfigOption config = new ConfigOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            description = "Only what came after this cursor.")
    private @Nullable String after;

    @Override
    public void run() {
        OpsClient client = config.client();
        PrintWriter out = spec.commandLine().getOut();
        String cursor = after;
        int size;
        do {
            String from = cursor == null ? "" : "&after=" + cursor;
            JsonNode page = client.get("/ops/v1/events?limit=" + PAGE + from);
            size = page.path("events").size();
            page.path("events").forEach(event -> print(out, event));
            cursor = page.path("cursor").asText("");
        } while (size == PAGE);
        out.println(cursor.isEmpty() ? "nothing within seven days" : "cursor " + cursor);
        out.flush();
    }

    private static void print(PrintWriter out, JsonNode event) {
        JsonNode data = event.path("data");
        String bind =
                data.path("bind").isTextual()
                        ? data.path("carrier").asText() + "/" + data.path("bind").asText()
                        : "-";
        String line =
                "%s  %-20s  %s  %s  %s"
                        .formatted(
                                event.path("timestamp").asText(),
                                event.path("type").asText(),
                                bind,
                                data.path("detail").asText(""),
                                data.path("messageId").asText(""));
        out.println(line.stripTrailing());
    }
}
