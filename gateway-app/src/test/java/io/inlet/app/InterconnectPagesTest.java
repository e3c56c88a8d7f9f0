package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.inlet.id.EnumName;
import io.inlet.intake.QuarantineReason;
import io.inlet.smpp.EndReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages that interconnect engineers work by. */
final class InterconnectPagesTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern REASON =
            Pattern.compile(
                    "^\\| `([a-z_]+)` \\| (gateway|carrier|network) \\|", Pattern.MULTILINE);
    private static final Pattern QUARANTINE =
            Pattern.compile(
                    "^\\| `([a-z_]+)` \\| (?:yes|no) \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("`([A-Za-z.]*[A-Z][A-Za-z0-9]*)`");

    @Test
    void every_reason_of_an_end_is_explained_with_who_ended_it_and_no_other() throws IOException {
        List<String> explained =
                REASON.matcher(Files.readString(DOCS.resolve("interconnect.md")))
                        .results()
                        .map(row -> row.group(1) + " by " + row.group(2))
                        .toList();

        assertThat(explained)
                .containsExactlyElementsOf(
                        Arrays.stream(EndReason.values())
                                .map(it -> it.label() + " by " + EnumName.of(it.by()))
                                .toList());
    }

    @Test
    void every_reason_why_nobody_sees_a_message_is_explained_and_no_other() throws IOException {
        List<String> explained =
                QUARANTINE
                        .matcher(Files.readString(DOCS.resolve("interconnect.md")))
                        .results()
                        .map(row -> row.group(1))
                        .toList();

        assertThat(explained)
                .containsExactlyElementsOf(
                        Arrays.stream(QuarantineReason.values()).map(EnumName::of).toList());
    }

    @Test
    void every_class_on_the_map_of_the_specification_exists() throws IOException {
        List<String> named =
                CLASS.matcher(Files.readString(DOCS.resolve("smpp-map.md")))
                        .results()
                        .map(hit -> hit.group(1))
                        .distinct()
                        .toList();

        assertThat(named).hasSizeGreaterThan(40);
        for (String name : named) {
            String full = name.startsWith("io.inlet.") ? name : "io.inlet.smpp." + name;
            assertThatCode(() -> Class.forName(full)).as(full).doesNotThrowAnyException();
        }
    }
}
