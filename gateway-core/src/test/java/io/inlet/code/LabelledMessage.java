package io.inlet.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message of our own set, and what it says: {@code messages/tuned} is for tuning, {@code
 * messages/unread} for measuring alone.
 *
 * @param pin whether it carries a PIN for a door, a ride, a parcel or a meeting
 */
record LabelledMessage(
        String id,
        String language,
        String text,
        String sender,
        @Nullable String code,
        @Nullable String brand,
        @Nullable Long seconds,
        boolean pin) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MESSAGES = Path.of("src/test/resources/io/inlet/code/messages");

    /** All messages of a part of the set, by language. */
    static List<LabelledMessage> all(String part) {
        try (Stream<Path> files = Files.list(MESSAGES.resolve(part))) {
            return files.sorted()
                    .flatMap(LabelledMessage::lines)
                    .map(LabelledMessage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledMessage read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return new LabelledMessage(
                    json.path("id").asText(),
                    json.path("lang").asText(),
                    json.path("text").asText(),
                    json.path("sender").asText(""),
                    json.path("code").textValue(),
                    json.path("brand").textValue(),
                    json.path("ttl_s").isNumber() ? json.path("ttl_s").asLong() : null,
                    json.hasNonNull("pin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
