package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.id.EnumName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Whoever asks why a message is read as it is finds each word of the answer in the page. */
class SignsPageTest {
    private static final Path PAGE = Path.of("../docs/codes.md");
    private static final Pattern ROW = Pattern.compile("[|] `(\\w+)` [|] [^|]{4,} [|]");

    static final List<Arguments> TABLES =
            List.of(
                    Arguments.of("### Reasons", Reason.values()),
                    Arguments.of("### What a number is by its looks", Mask.values()),
                    Arguments.of("### Circumstances", Circumstance.values()));

    @ParameterizedTest
    @FieldSource("TABLES")
    void each_sign_has_a_row_in_the_page(String heading, Enum<?>[] signs) throws IOException {
        List<String> rows =
                Files.readAllLines(PAGE).stream()
                        .dropWhile(line -> !line.equals(heading))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("#"))
                        .map(ROW::matcher)
                        .filter(row -> row.matches())
                        .map(row -> row.group(1))
                        .toList();
        assertThat(rows).containsExactlyElementsOf(Arrays.stream(signs).map(EnumName::of).toList());
    }
}
