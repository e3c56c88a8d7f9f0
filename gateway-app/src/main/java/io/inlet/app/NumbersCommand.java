package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.inlet.id.Counted;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inlet numbers}: the pool of a running gateway. */
@Command(
        name = "numbers",
        description = "Look after the pool of the running gateway.",
        mixinStandardHelpOptions = true,
        subcommands = {
            NumbersCommand.Import.class,
            NumbersCommand.Export.class,
            NumbersCommand.Show.class,
            NumbersCommand.History.class,
            NumberStandingCommand.Quarantine.class,
            NumberStandingCommand.Suspend.class,
            NumberStandingCommand.Retire.class,
            NumberStandingCommand.Reinstate.class
        })
final class NumbersCommand {
    static final String NUMBERS = "/ops/v1/numbers";

    private NumbersCommand() {}

    /** Where a number is read; it is named by its digits, with or without a plus, or by its id. */
    static String path(String number) {
        String name = number.startsWith("+") ? number.substring(1) : number;
        if (!name.matches("[0-9a-z_]{1,40}")) {
            throw new CommandFailure("expected a number such as +999000000401, or its id");
        }
        return NUMBERS + "/" + name;
    }

    @Command(
            name = "import",
            description = {
                "Import numbers from a CSV file, all or none.",
                "Its first line: msisdn,country,lineType,environment,carrier,contractRef,"
                        + "licenceRef,acquiredOn,usagePolicy",
                "and, if you like: region,areaCode,residency,tags,sourceType,standing,"
                        + "standingReason"
            },
            mixinStandardHelpOptions = true)
    static final class Import implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE", description = "The CSV file, UTF-8.")
        private Path file = Path.of("");

        @Override
        public void run() {
            var answer = config.client().post(NUMBERS, "text/csv", file);
            spec.commandLine()
                    .getOut()
                    .println(Counted.of(answer.path("imported").asInt(), "new number"));
        }
    }

    @Command(
            name = "export",
            description = "Write the whole pool as a CSV file, which can be imported again.",
            mixinStandardHelpOptions = true)
    static final class Export implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();

        @Parameters(
                paramLabel = "FILE",
                description = "Where to; it must not be there yet, since it may be the only copy.")
        private Path file = Path.of("");

        @Override
        public void run() {
            Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
            if (Files.exists(file)) {
                throw new CommandFailure(file + " is there already");
            }
            try {
                Path part = Files.createTempFile(folder, "numbers", ".part");
                try {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                        config.client().copy(NUMBERS, out);
                    }
                    Files.move(part, file);
                } finally {
                    Files.deleteIfExists(part);
                }
            } catch (IOException e) {
                throw new CommandFailure(file + " cannot be written");
            }
        }
    }

    @Command(
            name = "show",
            description = "Show a number as it stands.",
            mixinStandardHelpOptions = true)
    static final class Show implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "NUMBER", description = "Its digits, or its id.")
        private String number = "";

        @Override
        public void run() {
            JsonNode known = config.client().get(path(number));
            PrintWriter out = spec.commandLine().getOut();
            print(out, "number", known.path("number"));
            print(out, "id", known.path("id"));
            print(out, "state", known.path("state"));
            print(out, "reason", known.path("standingReason"));
            print(out, "country", known.path("country"));
            print(out, "region", known.path("region"));
            print(out, "area code", known.path("areaCode"));
            print(out, "line", known.path("lineType"));
            print(out, "kind", known.path("environment"));
            print(out, "carrier", known.path("provenance").path("carrier"));
            print(out, "contract", known.path("provenance").path("contractRef"));
            print(out, "lease", known.path("leaseId"));
            print(out, "until", known.path("leasedUntil"));
            print(out, "free from", known.path("freeFrom"));
        }

        private static void print(PrintWriter out, String name, @Nullable JsonNode value) {
            if (value != null && !value.isNull()) {
                out.printf("%-10s  %s%n", name, value.asText());
            }
        }
    }

    @Command(
            name = "history",
            description = "List everything that happened to a number, oldest first.",
            mixinStandardHelpOptions = true)
    static final class History implements Runnable {
        private static final int PAGE = 1_000;

        @Mixin private final ConfigOption config = new ConfigOption();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "NUMBER", description = "Its digits, or its id.")
        private String number = "";

        @Override
        public void run() {
            OpsClient client = config.client();
            PrintWriter out = spec.commandLine().getOut();
            String query = "/history?limit=" + PAGE;
            JsonNode page = client.get(path(number) + query);
            print(out, page);
            while (!page.path("next").isNull()) {
                page = client.get(path(number) + query + "&after=" + page.path("next").asInt());
                print(out, page);
            }
        }

        private static void print(PrintWriter out, JsonNode page) {
            for (JsonNode change : page.path("changes")) {
                String line =
                        "%-24s  %-17s  %s%s"
                                .formatted(
                                        change.path("timestamp").asText(),
                                        change.path("type").asText(),
                                        textOf(change.path("leaseId")),
                                        textOf(change.path("reason")));
                out.println(line.stripTrailing());
            }
        }

        private static String textOf(JsonNode value) {
            return value.isNull() ? "" : value.asText();
        }
    }
}
