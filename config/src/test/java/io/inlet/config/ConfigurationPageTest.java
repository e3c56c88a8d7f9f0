package io.inlet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/configuration.md against the records. */
class ConfigurationPageTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\| ([^|]+) \\| [^|]* \\| [^|]+ \\|$");

    @Test
    void it_has_every_setting_with_its_default_and_no_other() throws IOException {
        List<Described> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "configuration.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Described(row.group(1), row.group(2)));
            }
        }

        assertThat(rows).containsExactlyInAnyOrderElementsOf(Described.all(Settings.class));
    }
}
