package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inlet binds}: how the binds of a running gateway are. */
@Command(
        name = "binds",
        description = "List the binds of the running gateway and how they are.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BindOrderCommand.Enable.class,
            BindOrderCommand.Disable.class,
            BindOrderCommand.Drain.class,
            BindOrderCommand.Reconnect.class,
            BindTraceCommand.class,
            BindAlphabetCommand.class
        })
final class BindsCommand implements Runnable {
    @Mixin private final ConfigOption config = new ConfigOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Columns table =
                new Columns(
                        "BIND",
                        "STATE",
                        "SINCE",
                        "HOST",
                        "WINDOW",
                        "PER SECOND",
                        "P50/P99 MS",
                        "LAG P95 MS",
                        "LAST MESSAGE",
                        "LAST END");
        for (JsonNode bind : config.client().get("/ops/v1/binds").path("binds")) {
            table.row(
                    bind.path("carrier").asText() + "/" + bind.path("name").asText(),
                    bind.path("state").asText(),
                    second(bind.path("since")),
                    text(bind.path("host")),
                    bind.path("unanswered").asText(),
                    "%.1f".formatted(bind.path("perMinute").asDouble()),
                    number(bind.path("responseP50Ms")) + "/" + number(bind.path("responseP99Ms")),
                    number(bind.path("carrierLagP95Ms")),
                    second(bind.path("lastMessageAt")),
                    end(bind.path("lastEnd")));
        }
        table.print(spec.commandLine().getOut());
    }

    private static String end(JsonNode end) {
        if (!end.isObject()) {
            return "-";
        }
        String detail = end.path("detail").asText();
        String why = detail.isEmpty() ? "" : " (" + detail + ")";
        return "%s by %s%s %s"
                .formatted(
                        end.path("reason").asText(),
                        end.path("by").asText(),
                        why,
                        second(end.path("at")));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : "-";
    }

    private static String number(JsonNode value) {
        return value.isNumber() ? "%.1f".formatted(value.asDouble()) : "-";
    }

    private static String second(JsonNode timestamp) {
        return timestamp.isTextual() ? timestamp.asText().replaceFirst("\\.\\d+Z$", "Z") : "-";
    }
}
