package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {
    @TempDir Path folder;
    private Path data;

    @BeforeEach
    void create() throws IOException {
        data = Files.createDirectories(folder.resolve("it's a home/data"));
    }

    @Test
    void a_server_is_known_by_the_folder_in_its_arguments() throws IOException {
        assertThat(Postmaster.isNamedBy("/bin/postgres\0-D\0" + data + "\0", data)).isTrue();
        assertThat(Postmaster.isNamedBy("/bin/postgres\0-D\0" + folder + "\0", data)).isFalse();
    }

    @Test
    void a_process_that_names_no_folder_is_not_ours() throws IOException {
        assertThat(Postmaster.isNamedBy("postgres: walwriter \0", data)).isFalse();
        assertThat(Postmaster.isNamedBy("postgres\0-D", data)).isFalse();
        assertThat(Postmaster.isNamedBy("postgres\0-D\0.\0", data)).isFalse();
    }
}
