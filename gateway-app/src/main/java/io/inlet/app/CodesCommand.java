package io.inlet.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.inlet.code.CodeExplanation;
import io.inlet.code.CodeReading;
import io.inlet.code.CueExtractor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private static final ObjectMapper JSON = new ObjectMapper();

    @ArgGroup(multiplicity = "1")
    private final What what = new What();

    @Option(
            names = "--sender",
            paramLabel = "SENDER",
            description = "Who sent TEXT, as people see it.")
    private String sender = "";

    @Spec private CommandSpec spec = CommandSpec.create();

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
                paramLabel = "TEXT",
                description = "One message: say why it is read as it is, number by number.")
        @Nullable String explain;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        CueExtractor extractor = new CueExtractor();
        if (what.explain != null) {
            CodeExplanation explanation = extractor.explain(what.explain, sender);
            new CodeExplanationText(explanation).print(out);
        } else if (what.jsonl != null) {
            readAll(what.jsonl, extractor, out);
        }
        out.flush();
    }

    private void readAll(String file, CueExtractor extractor, PrintWriter out) {
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    out.println(read(message(line, file, number), extractor));
                }
            }
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": " + e.getMessage());
        }
    }

    private JsonNode message(String line, String file, int number) {
        try {
            JsonNode message = JSON.readTree(line);
            if (message.path("id").isValueNode() && message.path("text").isTextual()) {
                return message;
            }
            throw wrong(file, number, "has no \"id\" or no \"text\"");
        } catch (JsonProcessingException e) {
            throw wrong(file, number, "is no JSON: " + e.getOriginalMessage());
        }
    }

    private ParameterException wrong(String file, int number, String what) {
        return new ParameterException(
                spec.commandLine(),
                file
                        + ", line "
                        + number
                        + " "
                        + what
                        + "; one message is {\"id\": \"1\", \"text\": \"...\"}");
    }

    private static String read(JsonNode message, CueExtractor extractor) {
        CodeReading reading =
                extractor.read(message.path("text").asText(), message.path("sender").asText(""));
        return CodeReadingJson.of(message.path("id"), reading).toString();
    }
}
