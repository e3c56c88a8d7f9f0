package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir Path folder;

    @Test
    void a_full_disk_is_told_as_such() throws IOException {
        assertThat(
                        explain(
                                "2026-03-01 12:00:00.000 UTC [7] FATAL:  could not write lock file \"postmaster.pid\": No space left on device"))
                .isEqualTo("the disk of " + folder + " is full: free some space and start again");
    }

    @Test
    void what_is_not_known_is_quoted_with_the_place_of_the_log() throws IOException {
        assertThat(
                        explain(
                                "2026-03-01 12:00:00.000 UTC [7] FATAL:  could not map anonymous shared memory"))
                .contains("could not map anonymous shared memory")
                .contains("server.log");
    }

    @Test
    void what_stood_there_before_does_not_count() throws IOException {
        EmbeddedHome home = new EmbeddedHome(folder);
        Files.writeString(home.log(), "No space left on device\n");
        ServerLog log = ServerLog.mark(home, new ServerUser(null));
        assertThat(log.says("No space left")).isFalse();
    }

    private String explain(String line) throws IOException {
        EmbeddedHome home = new EmbeddedHome(folder);
        ServerLog log = ServerLog.mark(home, new ServerUser(null));
        Files.writeString(home.log(), line + "\n", StandardOpenOption.APPEND);
        return log.explain(5432);
    }
}
