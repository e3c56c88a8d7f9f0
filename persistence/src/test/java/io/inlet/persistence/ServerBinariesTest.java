package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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

    @Test
    void a_home_has_binaries_of_its_own_unless_told_to_share() throws IOException {
        Path shared = Files.createDirectory(home.resolve("shared"));
        EmbeddedHome one = new EmbeddedHome(home.resolve("one"));
        ServerUser self = new ServerUser(null);
        assertThat(ServerBinaries.place(one, self, null)).isEqualTo(one.directory());
        assertThat(ServerBinaries.place(one, self, shared.toString())).isEqualTo(shared);
    }

    @Test
    void several_starters_at_once_make_one_shared_folder() throws Exception {
        EmbeddedHome one = new EmbeddedHome(home.resolve("one"));
        ServerUser self = new ServerUser(null);
        for (int round = 0; round < 50; round++) {
            Path shared = home.resolve("round-" + round).resolve("deep").resolve("shared");
            CyclicBarrier start = new CyclicBarrier(4);
            List<Future<Path>> places = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                places.add(
                        Threads.start(() -> {
                            start.await(60, TimeUnit.SECONDS);
                            return ServerBinaries.place(one, self, shared.toString());
                        }));
            }
            assertThat(Threads.results(places)).containsOnly(shared);
        }
    }

    @Test
    void a_shared_folder_that_the_servers_user_cannot_enter_is_not_used() throws IOException {
        assumeThat(Files.getAttribute(home, "unix:uid")).as("root can switch users").isEqualTo(0);
        Path closed = Files.createDirectory(home.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        EmbeddedHome one = new EmbeddedHome(home.resolve("one"));
        ServerUser user = ServerUser.choose(null, one.data());
        Path shared = closed.resolve("shared");
        assertThat(ServerBinaries.place(one, user, shared.toString())).isEqualTo(one.directory());
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
