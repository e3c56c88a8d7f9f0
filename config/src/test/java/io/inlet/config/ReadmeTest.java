package io.inlet.config;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration in README.md against the records. */
class ReadmeTest {
    private static final String INDENT = "    ";

    @TempDir Path folder;

    @Test
    void its_configuration_is_accepted_as_it_stands() throws IOException {
        Path secret = Files.writeString(folder.resolve("acme.password"), "of no use");
        Files.setPosixFilePermissions(secret, fromString("rw-------"));
        String here =
                example()
                        .replace("/etc/inlet", folder.toString())
                        .replace("/var/lib/inlet", folder.toString());
        Path file = Files.writeString(folder.resolve("inlet.yaml"), here);

        assertThat(SettingsFile.read(file, null))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        it -> assertThat(it.settings().carriers()).hasSize(1));
    }

    private static String example() throws IOException {
        return Files.readString(Path.of("..", "README.md"))
                .lines()
                .dropWhile(line -> !line.startsWith(INDENT + "node:"))
                .takeWhile(line -> line.startsWith(INDENT))
                .map(line -> line.substring(INDENT.length()))
                .collect(Collectors.joining("\n"));
    }
}
