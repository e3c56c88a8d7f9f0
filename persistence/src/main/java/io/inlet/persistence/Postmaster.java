package io.inlet.persistence;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs on a data directory, by its postmaster.pid.
 *
 * @param pid the process
 * @param port where it listens
 */
record Postmaster(long pid, int port) {
    private static final String FILE = "postmaster.pid";
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** The one that runs there, or null; a file that a crash left behind names nobody. */
    static @Nullable Postmaster of(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve(FILE));
        } catch (NoSuchFileException e) {
            return null;
        }
        if (lines.size() <= PORT_LINE) {
            return null; // still being written, by a server that has only begun
        }
        long pid = Long.parseLong(lines.get(PID_LINE).strip());
        return isServerOf(data, pid)
                ? new Postmaster(pid, Integer.parseInt(lines.get(PORT_LINE).strip()))
                : null;
    }

    /**
     * Removes a file that names another process, which took the number of a server that was killed:
     * PostgreSQL would take that one for its own and not start. Whether children of the killed one
     * are left it sees by their memory, without the file.
     */
    static void forgetAnother(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (Files.exists(file) && isAnother(data, Files.readAllLines(file))) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isAnother(Path data, List<String> lines) throws IOException {
        if (lines.isEmpty() || !lines.get(PID_LINE).strip().matches("\\d+")) {
            return false;
        }
        long pid = Long.parseLong(lines.get(PID_LINE).strip());
        return Files.exists(process(pid)) && !isServerOf(data, pid);
    }

    private static boolean isServerOf(Path data, long pid) throws IOException {
        try {
            String name = Files.readString(process(pid).resolve("comm")).strip();
            return name.equals("postgres") && Files.isSameFile(folder(data, pid), data);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    // A server goes into its data directory. Who may not see that (root without CAP_SYS_PTRACE)
    // sees the arguments; a server that names none there is taken for the one that we look for.
    private static Path folder(Path data, long pid) throws IOException {
        try {
            return process(pid).resolve("cwd").toRealPath();
        } catch (AccessDeniedException e) {
            return data.resolve(folderNamedBy(Files.readString(process(pid).resolve("cmdline"))));
        }
    }

    /** What follows {@code -D} in a process's arguments, or nothing. */
    static String folderNamedBy(String arguments) {
        List<String> words = Arrays.asList(arguments.split("\0", -1));
        int option = words.indexOf("-D");
        return option < 0 || option + 1 == words.size() ? "" : words.get(option + 1);
    }

    private static Path process(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }
}
