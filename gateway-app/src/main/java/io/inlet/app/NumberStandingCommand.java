package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.inlet.id.EnumName;
import io.inlet.number.Standing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inlet numbers retire} and its kin: what operators say of a number. */
abstract class NumberStandingCommand implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin private final ConfigOption config = new ConfigOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NUMBER", description = "Its digits, or its id.")
    private String number = "";

    private final Standing standing;

    NumberStandingCommand(Standing standing) {
        this.standing = standing;
    }

    abstract @Nullable String reason();

    @Override
    public void run() {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("standing", EnumName.of(standing));
        String reason = reason();
        if (reason != null) {
            wanted.put("reason", reason);
        }
        JsonNode known =
                config.client()
                        .post(
                                NumbersCommand.path(number) + "/standing",
                                "application/json",
                                JSON.valueToTree(wanted).toString());
        String until =
                known.path("state").asText().equals("leased") && standing != Standing.IN_SERVICE
                        ? ", and leaves the pool when its lease ends"
                        : "";
        spec.commandLine()
                .getOut()
                .printf(
                        "%s is %s%s%n",
                        known.path("number").asText(), known.path("state").asText(), until);
    }

    abstract static class Marking extends NumberStandingCommand {
        @Option(names = "--reason", required = true, description = "Why, up to 200 characters.")
        private String reason = "";

        Marking(Standing standing) {
            super(standing);
        }

        @Override
        String reason() {
            return reason;
        }
    }

    @Command(
            name = "quarantine",
            description = "Take a number that is odd out of the pool; a lease that runs goes on.",
            mixinStandardHelpOptions = true)
    static final class Quarantine extends Marking {
        Quarantine() {
            super(Standing.QUARANTINED);
        }
    }

    @Command(
            name = "suspend",
            description = "Take a number out of the pool for now; a lease that runs goes on.",
            mixinStandardHelpOptions = true)
    static final class Suspend extends Marking {
        Suspend() {
            super(Standing.SUSPENDED);
        }
    }

    @Command(
            name = "retire",
            description = "Take a number out of the pool for good; a lease that runs goes on.",
            mixinStandardHelpOptions = true)
    static final class Retire extends Marking {
        Retire() {
            super(Standing.RETIRED);
        }
    }

    @Command(
            name = "reinstate",
            description = "Put a number into service again.",
            mixinStandardHelpOptions = true)
    static final class Reinstate extends NumberStandingCommand {
        Reinstate() {
            super(Standing.IN_SERVICE);
        }

        @Override
        @Nullable String reason() {
            return null;
        }
    }
}
