package io.inlet.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The folder of the embedded server. It belongs to the gateway, who alone writes here; only {@code
 * data} and the log belong to the user whom the server runs as.
 */
record EmbeddedHome(Path directory) {
    EmbeddedHome {
        directory = directory.toAbsolutePath().normalize();
    }

    /** Makes the folder, so that the server's user can pass through, whatever the umask. */
    void make() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    Path data() {
        return directory.resolve("data");
    }

    /** Where a data directory is prepared, so that one which is there is complete. */
    Path newData() {
        return directory.resolve("data.new");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    Path superuserPassword() {
        return directory.resolve("password");
    }

    Path rolePassword() {
        return directory.resolve("role-password");
    }

    Path port() {
        return directory.resolve("port");
    }

    Path lock() {
        return directory.resolve("gateway.lock");
    }

    /** Removes a folder and all that is in it; links are removed and not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted((a, b) -> b.compareTo(a)).forEach(EmbeddedHome::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
