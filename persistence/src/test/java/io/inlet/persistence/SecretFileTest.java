package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir Path folder;

    @Test
    void folder_is_closed_and_those_above_it_are_made_as_any() throws IOException {
        String usual = permissions(Files.createDirectory(folder.resolve("any")));

        Path file = folder.resolve("lib/inlet/keys/master.json");
        SecretFile.make(file, "of no use");

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("lib/inlet/keys"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("lib/inlet"))).isEqualTo(usual);
        assertThat(permissions(folder.resolve("lib"))).isEqualTo(usual);
    }

    @Test
    void folder_that_is_there_stays_as_it_is() throws IOException {
        Path there = Files.createDirectory(folder.resolve("keys"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-x---"));

        SecretFile.make(there.resolve("master.json"), "of no use");

        assertThat(permissions(there)).isEqualTo("rwxr-x---");
    }

    @Test
    void file_in_the_place_of_the_folder_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("keys"));

        assertThatThrownBy(() -> SecretFile.make(file.resolve("master.json"), "of no use"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("keys");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
