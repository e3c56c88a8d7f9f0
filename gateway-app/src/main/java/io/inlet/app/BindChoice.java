package io.inlet.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which bind, or those of which carrier, a command is about. */
final class BindChoice {
    @Option(names = "--carrier", paramLabel = "CARRIER", description = "Of this carrier.")
    private @Nullable String carrier;

    @Option(
            names = "--bind",
            paramLabel = "[CARRIER/]BIND",
            description = "Of this bind, as inlet binds lists it; or by its own name alone.")
    private @Nullable String bind;

    /**
     * What was chosen.
     *
     * @param carrier its carrier, or null for any
     * @param bind its own name, or null for any
     */
    record Chosen(@Nullable String carrier, @Nullable String bind) {
        /** Whether nothing was said. */
        boolean isAny() {
            return carrier == null && bind == null;
        }
    }

    /**
     * Reads the options.
     *
     * @throws ParameterException if they name two carriers, or half a name
     */
    Chosen read(CommandLine command) {
        int slash = bind == null ? -1 : bind.indexOf('/');
        if (bind == null || slash < 0) {
            return new Chosen(carrier, bind);
        }
        Chosen chosen = new Chosen(bind.substring(0, slash), bind.substring(slash + 1));
        if (slash == 0 || slash == bind.length() - 1) {
            throw new ParameterException(
                    command, "--bind: expected BIND or CARRIER/BIND, found '" + bind + "'");
        }
        if (carrier != null && !carrier.equals(chosen.carrier)) {
            throw new ParameterException(
                    command,
                    "--bind: '%s' is none of the carrier '%s' that --carrier names"
                            .formatted(bind, carrier));
        }
        return chosen;
    }
}
