package io.inlet.app;

import io.inlet.code.CueExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inlet codes}: reads one-time codes out of messages that are given to it. */
@Command(
        name = "codes",
        description = {
            "Read the one-time codes of messages, as the gateway would.",
            "Nothing is stored or logged."
        },
        mixinStandardHelpOptions = true)
final class CodesCommand implements Runnable {
    private static final String STANDARD_INPUT = "-";

    @ArgGroup(multiplicity = "1")
    private final What what = new What();

    @Option(
            names = "--sender",
            paramLabel = "SENDER",
            description = "Who sent TEXT, as people see it.")
    private @Nullable String sender;

    @Parameters(hidden = true)
    private List<String> further = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final InputStream in;

    CodesCommand() {
        this(System.in);
    }

    /**
     * @param in standard input
     */
    CodesCommand(InputStream in) {
        this.in = in;
    }

    /** Either many messages or one. */
    static final class What {
        @Option(
                names = "--jsonl",
                paramLabel = "FILE|-",
                description = {
                    "Messages, one a line: {\"id\": ..., \"text\": ..., \"sender\": ...}, sender if known.",
                    "For each a line is printed, with code, display, brand, ttl_s, valid_until and more. - is standard input."
                })
        @Nullable String jsonl;

        @Option(
                names = "--explain",
                paramLabel = "TEXT|-",
                description =
                        "One message, in quotes: say why it is read as it is, number by number. - is"
                                + " standard input.")
        @Nullable String explain;
    }

    @Override
    public void run() {
        if (!further.isEmpty()) {
            throw misuse(
                    what.explain == null
                            ? "--jsonl takes one file"
                            : "the text of --explain is more than one word: put quotes around it, or"
                                    + " give it on standard input with --explain -");
        }
        PrintWriter out = spec.commandLine().getOut();
        CueExtractor extractor = new CueExtractor();
        if (what.explain != null) {
            String text = what.explain.equals(STANDARD_INPUT) ? standardInput() : what.explain;
            String from = Objects.requireNonNullElse(sender, "");
            new CodeExplanationText(extractor.explain(text, from)).print(out);
        } else if (what.jsonl != null) {
            readAll(what.jsonl, extractor, out);
        }
        out.flush();
    }

    private void readAll(String file, CueExtractor extractor, PrintWriter out) {
        if (sender != null) {
            throw misuse(
                    "--sender goes with --explain alone: each line of --jsonl may name its own"
                            + " \"sender\"");
        }
        boolean standard = file.equals(STANDARD_INPUT);
        CodesOfLines lines =
                new CodesOfLines(
                        standard ? "standard input" : file,
                        extractor,
                        new CodesOfLines.Output(out, spec.commandLine().getErr()));
        if (standard) {
            readStandardInput(lines);
        } else {
            lines.file(file);
        }
    }

    private void readStandardInput(CodesOfLines lines) {
        try {
            lines.stream(in);
        } catch (IOException e) {
            throw new CommandFailure("cannot read standard input: " + e.getMessage());
        }
    }

    private String standardInput() {
        try {
            return OneMessage.read(in);
        } catch (IOException e) {
            throw new CommandFailure("cannot read standard input: " + e.getMessage());
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
