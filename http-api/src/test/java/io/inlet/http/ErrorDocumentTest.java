package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");

    @Test
    void document_lists_every_type_with_its_status_and_no_other() throws IOException {
        List<String> documented =
                Files.readAllLines(DOCUMENT).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.replaceAll("^\\| (`\\S+`) \\| (\\d+) \\|.*", "$1 $2"))
                        .sorted()
                        .toList();
        List<String> known =
                Arrays.stream(ProblemType.values())
                        .map(type -> "`" + type.slug() + "` " + type.status().code())
                        .sorted()
                        .toList();
        assertThat(documented).isEqualTo(known);
    }
}
