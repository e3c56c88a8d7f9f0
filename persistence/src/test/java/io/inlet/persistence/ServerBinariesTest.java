package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerBinariesTest {
    @TempDir Path home;

    @Test
    void two_starters_at_once_unpack_one_folder() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Path> one = threads.submit(() -> ServerBinaries.unpack(home, step -> {}));
            Future<Path> other = threads.submit(() -> ServerBinaries.unpack(home, step -> {}));
            assertThat(one.get()).isEqualTo(other.get());
        }
        try (var entries = Files.list(home)) {
            assertThat(entries).hasSize(1);
        }
        Path folder = ServerBinaries.unpack(home, step -> {});
        assertThat(version(folder)).startsWith("postgres (PostgreSQL) 18");
    }

    private static String version(Path folder) throws IOException {
        return Command.of(
                        new ServerUser(null),
                        folder.resolve("bin/postgres").toString(),
                        "--version")
                .run()
                .output();
    }
}
