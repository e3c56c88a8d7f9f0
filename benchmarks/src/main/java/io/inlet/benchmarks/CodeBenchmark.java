package io.inlet.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.inlet.code.CodeReading;
import io.inlet.code.CueExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads the code of one message after the other on one thread: our own of all languages, or those
 * of {@code INLET_MESSAGES}, a file of {@code {"text": ...}} lines.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CodeBenchmark {
    private static final String OURS =
            "gateway-core/src/test/resources/io/inlet/code/messages/tuned";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CueExtractor extractor = new CueExtractor();
    private final List<String> texts = texts();
    private int next;

    private static List<String> texts() {
        String file = System.getenv("INLET_MESSAGES");
        List<String> texts = new ArrayList<>();
        if (file != null) {
            read(Path.of(file), texts);
            return texts;
        }
        Path home = Path.of(Objects.requireNonNullElse(System.getProperty("inlet.home"), "."));
        try (Stream<Path> files = Files.list(home.resolve(OURS))) {
            files.sorted().forEach(f -> read(f, texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void read(Path file, List<String> texts) {
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    JsonNode message = JSON.readTree(line);
                    texts.add(message.path("text").asText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the next message. */
    @Benchmark
    public CodeReading read() {
        next = next + 1 == texts.size() ? 0 : next + 1;
        return extractor.read(texts.get(next), "");
    }
}
