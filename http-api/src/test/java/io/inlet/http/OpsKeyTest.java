package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpsKeyTest {
    @TempDir private Path folder;

    @Test
    void first_start_makes_a_key_that_its_owner_alone_can_read() throws IOException {
        Path file = folder.resolve("ops.key");
        String key = OpsKey.readOrCreate(file).reveal();
        assertThat(key).startsWith("ops_").hasSize(47);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of(file));
        }
    }

    @Test
    void later_start_takes_the_same_key() {
        Path file = folder.resolve("ops.key");
        String key = OpsKey.readOrCreate(file).reveal();
        assertThat(OpsKey.readOrCreate(file).reveal()).isEqualTo(key);
    }

    @Test
    void file_that_everyone_can_read_is_refused() throws IOException {
        Path file = folder.resolve("ops.key");
        OpsKey.readOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> OpsKey.readOrCreate(file))
                .isInstanceOf(OpsKeyRefusedException.class)
                .hasMessageContaining("chmod");
    }

    @Test
    void file_without_a_key_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("ops.key"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> OpsKey.readOrCreate(file)).hasMessageContaining("no key");
    }

    @Test
    void absent_key_is_told_to_who_only_reads() {
        assertThatThrownBy(() -> OpsKey.read(folder.resolve("ops.key")))
                .isInstanceOf(OpsKeyRefusedException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void absent_folder_is_told_in_one_line() {
        assertThatThrownBy(() -> OpsKey.readOrCreate(folder.resolve("absent/ops.key")))
                .isInstanceOf(OpsKeyRefusedException.class)
                .hasMessageContaining("ops.keyFile")
                .hasMessageNotContaining("\n");
    }
}
