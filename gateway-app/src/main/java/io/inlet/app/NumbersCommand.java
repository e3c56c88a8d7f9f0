package io.inlet.app;

import io.inlet.id.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inlet numbers}: the pool of a running gateway. */
@Command(
        name = "numbers",
        description = "Bring numbers into the pool of the running gateway.",
        mixinStandardHelpOptions = true,
        subcommands = NumbersCommand.Import.class)
final class NumbersCommand {
    @Command(
            name = "import",
            description = {
                "Import numbers from a CSV file, all or none.",
                "Its first line: msisdn,country,lineType,environment,carrier,contractRef,"
                        + "licenceRef,acquiredOn,usagePolicy"
            },
            mixinStandardHelpOptions = true)
    static final class Import implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE", description = "The CSV file, UTF-8.")
        private Path file = Path.of("");

        @Override
        public void run() {
            String csv = read();
            var answer = config.client().post("/ops/v1/numbers", "text/csv", csv);
            spec.commandLine()
                    .getOut()
                    .println(Counted.of(answer.path("imported").asInt(), "new number"));
        }

        private String read() {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new CommandFailure(file + " cannot be read as UTF-8 text");
            }
        }
    }
}
