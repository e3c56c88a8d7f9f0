package io.inlet.config;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.config.SampleSettings.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    private static final String TEXT =
            """
            node: a
            login:
              user: u
              passwordFile: secrets/db
            """;

    @TempDir Path folder;

    @Test
    void a_secret_is_found_beside_the_file_that_names_it() throws IOException {
        Path file = secret(folder.resolve("secrets/db"), "rw-r-----");

        assertThat(Reading.of(folder, null, TEXT).settings().login())
                .isEqualTo(new Login("u", file));
    }

    @Test
    void a_missing_secret_is_a_problem_at_its_line() {
        assertThat(Reading.of(folder, null, TEXT).lines())
                .containsExactly(
                        "4 login.passwordFile: there is no file "
                                + folder.resolve("secrets/db")
                                + " (or its folder is closed to this user)");
    }

    @Test
    void a_secret_that_everybody_can_read_is_a_problem() throws IOException {
        Path file = secret(folder.resolve("secrets/db"), "rw-r--r--");

        assertThat(Reading.of(folder, null, TEXT).lines())
                .containsExactly(
                        "4 login.passwordFile: "
                                + file
                                + " can be read by everybody; say: chmod o= "
                                + file);
    }

    @Test
    void an_empty_secret_is_a_problem() throws IOException {
        Path file = secret(folder.resolve("secrets/db"), "rw-------");
        Files.writeString(file, "");

        assertThat(Reading.of(folder, null, TEXT).lines())
                .containsExactly("4 login.passwordFile: " + file + " is empty");
    }

    @Test
    void a_secret_that_the_service_manager_handed_over_comes_first() throws IOException {
        Path credentials = folder.resolve("credentials");
        Path handedOver = secret(credentials.resolve("secrets_db"), "r--------");

        assertThat(Reading.of(folder, credentials, TEXT).settings().login())
                .isEqualTo(new Login("u", handedOver));
    }

    private static Path secret(Path file, String permissions) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "of no use");
        return Files.setPosixFilePermissions(file, fromString(permissions));
    }
}
