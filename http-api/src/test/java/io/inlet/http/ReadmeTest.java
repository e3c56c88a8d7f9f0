package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.number.NumberLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The file of numbers in README.md against what reads one. */
class ReadmeTest {
    private static final String INDENT = "    ";

    @Test
    void its_file_of_numbers_is_accepted_as_it_stands() throws IOException {
        byte[] example = example().getBytes(StandardCharsets.UTF_8);
        NumberFile file = new NumberFile(new ByteArrayInputStream(example));

        assertThat(file).toIterable().hasSize(1).allMatch(NumberLine.Good.class::isInstance);
    }

    private static String example() throws IOException {
        return Files.readString(Path.of("..", "README.md"))
                .lines()
                .dropWhile(line -> !line.startsWith(INDENT + "msisdn,"))
                .takeWhile(line -> line.startsWith(INDENT))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }
}
