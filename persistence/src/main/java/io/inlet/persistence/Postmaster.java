package io.inlet.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs on a data directory, by its postmaster.pid.
 *
 * @param pid the process
 * @param port where it listens
 */
record Postmaster(long pid, int port) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** The one that runs there, or null; a file that a crash left behind names nobody. */
    static @Nullable Postmaster of(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return null;
        }
        if (lines.size() <= PORT_LINE) {
            return null; // still being written, by a server that has only begun
        }
        long pid = Long.parseLong(lines.get(PID_LINE).strip());
        return isPostgres(pid)
                ? new Postmaster(pid, Integer.parseInt(lines.get(PORT_LINE).strip()))
                : null;
    }

    // After a restart of the machine the number may be any other program's.
    private static boolean isPostgres(long pid) throws IOException {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "comm"))
                    .strip()
                    .equals("postgres");
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
