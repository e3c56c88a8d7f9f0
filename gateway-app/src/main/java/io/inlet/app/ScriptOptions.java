package io.inlet.app;

import io.inlet.simulator.script.Script;
import io.inlet.simulator.script.ScriptException;
import io.inlet.simulator.script.Shipped;
import io.inlet.simulator.script.Variables;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which script {@code inlet simulate} follows. */
final class ScriptOptions {
    private final InstantSource clock = InstantSource.system();

    @Option(
            names = "--script",
            paramLabel = "FILE|NAME",
            description = "Follow this script: a file, or the name of one that comes with Inlet.")
    private @Nullable String script;

    @Option(names = "--print", description = "Print the script, and end.")
    private boolean print;

    @Option(
            names = "--number",
            paramLabel = "DIGITS",
            description =
                    "What $number stands for in the script: a number that somebody has leased,"
                            + " without a plus. Given again: $number2, and so on.")
    private List<String> numbers = new ArrayList<>();

    boolean isToBePrinted() {
        if (print && script == null) {
            throw new CommandFailure("--print: say which script with --script");
        }
        return print;
    }

    /** The script, or null if none is asked for. */
    @Nullable Script script() throws IOException {
        if (script == null) {
            return null;
        }
        try {
            return Script.parse(text(), new Variables(numbers, clock.instant().getEpochSecond()));
        } catch (ScriptException e) {
            throw new IOException(script + ":\n" + e.getMessage(), e);
        }
    }

    /** Its text, a file's before that of one that is shipped. */
    String text() throws IOException {
        String name = String.valueOf(script);
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            return Shipped.text(name);
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": expected text in UTF-8", e);
        }
    }
}
