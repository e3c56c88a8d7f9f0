package io.inlet.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** CPU time that a PostgreSQL on this machine has spent; Linux only. */
final class ServerCpu {
    private static final Duration TICK = Duration.ofMillis(10);

    // Fields of /proc/PID/stat, counted from the one after the command.
    private static final int PARENT = 1;
    private static final List<Integer> OWN = List.of(11, 12);
    private static final List<Integer> OF_ENDED_CHILDREN = List.of(13, 14);

    private final String postmaster;

    ServerCpu(Database database) {
        Object directory = database.dsl().fetchValue("SHOW data_directory");
        try {
            postmaster =
                    Files.readAllLines(Path.of(String.valueOf(directory), "postmaster.pid"))
                            .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the server and all its processes, ended or not. */
    Duration spent() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return TICK.multipliedBy(
                    processes
                            .filter(path -> path.getFileName().toString().matches("\\d+"))
                            .mapToLong(this::ticks)
                            .sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long ticks(Path process) {
        List<String> fields = fields(process);
        if (process.getFileName().toString().equals(postmaster)) {
            return sum(fields, OWN) + sum(fields, OF_ENDED_CHILDREN);
        }
        return !fields.isEmpty() && fields.get(PARENT).equals(postmaster) ? sum(fields, OWN) : 0;
    }

    private static List<String> fields(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        } catch (IOException e) {
            return List.of(); // it ended meanwhile
        }
    }

    private static long sum(List<String> fields, List<Integer> which) {
        return which.stream().mapToLong(field -> Long.parseLong(fields.get(field))).sum();
    }
}
