package io.inlet.app;

import io.inlet.code.ReadingDifference;
import io.inlet.id.EnumName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inlet messages reread}: what a new rule set makes of the messages that are kept. */
@Command(
        name = "reread",
        description = {
            "Read the codes of stored messages again by the rules of the gateway that runs.",
            "A message whose code, brand, validity, purpose or kind differs gets a new version, of"
                    + " which its consumer is told. Shows counts, never content. Harmless when"
                    + " repeated."
        },
        mixinStandardHelpOptions = true)
final class RereadCommand implements Runnable {
    private static final String WITHIN = "differences/";

    @Mixin private final ConfigOption config = new ConfigOption();
    @Mixin private final RangeOptions range = new RangeOptions();
    @Mixin private final BindChoice binds = new BindChoice();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            description = "Of this tenant, as inlet tenants list shows it.")
    private @Nullable String tenant;

    @Override
    public void run() {
        BindChoice.Chosen chosen = binds.read(spec.commandLine());
        Map<String, Object> wanted = range.fields();
        if (!chosen.isAny()) {
            if (chosen.carrier() == null || chosen.bind() == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "say which bind: --bind CARRIER/BIND, or --carrier CARRIER --bind BIND");
            }
            wanted.put("carrier", chosen.carrier());
            wanted.put("bind", chosen.bind());
        }
        if (tenant != null) {
            wanted.put("tenant", tenant);
        }
        PrintWriter out = spec.commandLine().getOut();
        List<String> counts =
                new ArrayList<>(List.of("examined", "changed", "unreadable", "suspended"));
        for (ReadingDifference difference : ReadingDifference.values()) {
            counts.add(field(difference));
        }
        print(new Pages(config.client(), "/ops/v1/messages/reread", wanted).sums(counts, out), out);
    }

    private static void print(Map<String, Integer> sums, PrintWriter out) {
        sums.forEach((name, sum) -> {
            if (!name.startsWith(WITHIN)) {
                out.printf("%-12s %8d%n", name, sum);
            }
        });
        out.println();
        Columns table = new Columns("DIFFERENCE", "MESSAGES");
        for (ReadingDifference difference : ReadingDifference.values()) {
            table.row(words(difference), String.valueOf(sums.get(field(difference))));
        }
        table.print(out);
    }

    private static String field(ReadingDifference difference) {
        return WITHIN + EnumName.field(difference);
    }

    private static String words(ReadingDifference difference) {
        return switch (difference) {
            case CODE_FOUND -> "code where none was";
            case CODE_GONE -> "no code where one was";
            case OTHER_CODE -> "another code";
            case DISPLAY -> "code as shown";
            case KIND, BRAND, VALIDITY, PURPOSE -> EnumName.of(difference);
        };
    }
}
