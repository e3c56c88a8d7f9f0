package io.inlet.persistence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What the server has written since a mark, and what it means to an operator. */
final class ServerLog {
    private static final long LARGEST = 16L << 20;
    private static final int TAIL = 64 << 10;

    private final Path file;
    private final long mark;

    private ServerLog(Path file, long mark) {
        this.file = file;
        this.mark = mark;
    }

    /** Makes the log if it is not there, begins it anew when it has grown large, and marks it. */
    static ServerLog mark(EmbeddedHome home, ServerUser user) throws IOException {
        Path file = home.log();
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Files.delete(file);
        }
        if (!Files.exists(file)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        user.own(file);
        return new ServerLog(file, Files.size(file));
    }

    List<String> lines() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(mark, in.length() - TAIL);
            byte[] octets = new byte[(int) Math.max(0, in.length() - from)];
            in.seek(from);
            in.readFully(octets);
            return new String(octets, StandardCharsets.UTF_8).lines().toList();
        }
    }

    boolean says(String text) throws IOException {
        return lines().stream().anyMatch(line -> line.contains(text));
    }

    /** One sentence: why the server did not start, and what to do. */
    String explain(int port) throws IOException {
        if (says("Address already in use")) {
            return "port %d, where the embedded database shall listen, is taken by another program: end that, or set database.embedded.port"
                    .formatted(port);
        }
        Path home = file.toAbsolutePath().getParent();
        if (home != null
                && (lines().stream().anyMatch(FullDisk::isNamedIn) || FullDisk.isUnder(home))) {
            return FullDisk.advice(home);
        }
        String fatal =
                lines().stream()
                        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                        .reduce((first, last) -> last)
                        .map(line -> line.replaceFirst("^.*(FATAL|PANIC):\\s*", ""))
                        .orElse("it gives no reason");
        return "the embedded database does not start (%s): see %s".formatted(fatal, file);
    }
}
