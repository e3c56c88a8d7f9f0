package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code inlet messages}: what went wrong with messages of a running gateway, and how to mend it.
 */
@Command(
        name = "messages",
        description = "List what could not be read, and read messages again by what holds now.",
        mixinStandardHelpOptions = true,
        subcommands = {
            MessagesCommand.Failures.class,
            MessagesCommand.Reprocess.class,
            MessagesCommand.Redecode.class,
            RereadCommand.class
        })
final class MessagesCommand {
    @Command(
            name = "failures",
            description = "List PDUs that could not be read or stored and are kept raw.",
            mixinStandardHelpOptions = true)
    static final class Failures implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Mixin private final FailureSelection selection = new FailureSelection();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            Map<String, Object> wanted = selection.fields(spec.commandLine());
            OpsClient client = config.client();
            JsonNode page = client.get("/ops/v1/failures" + query(wanted));
            PrintWriter out = spec.commandLine().getOut();
            if (page.path("failures").isEmpty()) {
                out.println("no failures");
                return;
            }
            out.printf(
                    "%-30s  %-24s  %-24s  %-16s  %s%n",
                    "FAILURE", "ARRIVED", "BIND", "REASON", "PROBLEM");
            print(out, page);
            while (page.hasNonNull("next")) {
                wanted.put("after", page.path("next").asText());
                page = client.get("/ops/v1/failures" + query(wanted));
                print(out, page);
            }
        }

        private static String query(Map<String, Object> wanted) {
            return wanted.entrySet().stream()
                    .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&", "?", ""));
        }

        private static String encoded(Object value) {
            return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        }

        private static void print(PrintWriter out, JsonNode page) {
            for (JsonNode failure : page.path("failures")) {
                out.printf(
                        "%-30s  %-24s  %-24s  %-16s  %s%n",
                        failure.path("id").asText(),
                        failure.path("arrivedAt").asText(),
                        failure.path("carrier").asText() + "/" + failure.path("bind").asText(),
                        failure.path("reason").asText(),
                        failure.path("problem").asText());
            }
        }
    }

    @Command(
            name = "reprocess",
            description = {
                "Read failures again by what the settings of their binds are now.",
                "What is a message now goes to the lease of the time at which it arrived, or to"
                        + " nobody; the rest stays a failure. Harmless when repeated."
            },
            mixinStandardHelpOptions = true)
    static final class Reprocess implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Mixin private final FailureSelection selection = new FailureSelection();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FAILURE", description = "These alone, up to 100.")
        private List<String> ids = List.of();

        @Override
        public void run() {
            Map<String, Object> wanted = selection.fields(spec.commandLine());
            if (!ids.isEmpty()) {
                wanted.put("ids", ids);
            }
            if (wanted.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "say which failures: their ids as inlet messages failures lists them,"
                                + " --bind, --carrier, --reason, --from or --to");
            }
            OpsClient client = config.client();
            selection.expectBind(spec.commandLine(), client);
            new Pages(client, "/ops/v1/failures/reprocess", wanted)
                    .print(
                            List.of(
                                    "examined",
                                    "messages",
                                    "parts",
                                    "quarantined",
                                    "redelivered",
                                    "failed"),
                            spec.commandLine().getOut());
        }
    }

    @Command(
            name = "redecode",
            description = {
                "Decode stored messages of a bind again by what its settings are now.",
                "A message that reads differently gets a new version, of which its consumer is"
                        + " told. Harmless when repeated."
            },
            mixinStandardHelpOptions = true)
    static final class Redecode implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Mixin private final BindChoice binds = new BindChoice();

        @Mixin private final RangeOptions range = new RangeOptions();

        @Override
        public void run() {
            BindChoice.Chosen chosen = binds.read(spec.commandLine());
            String carrier = chosen.carrier();
            String bind = chosen.bind();
            if (carrier == null || bind == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "say which bind: --bind CARRIER/BIND, or --carrier CARRIER --bind BIND");
            }
            Map<String, Object> wanted = range.fields();
            wanted.put("carrier", carrier);
            wanted.put("bind", bind);
            OpsClient client = config.client();
            BindNames.of(client).expect(carrier, bind);
            new Pages(client, "/ops/v1/messages/redecode", wanted)
                    .print(
                            List.of("examined", "changed", "unreadable", "suspended"),
                            spec.commandLine().getOut());
        }
    }
}
