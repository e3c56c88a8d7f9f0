package io.inlet.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The processes of an embedded database that runs, to be measured or killed. */
public final class PostgresProcesses {
    private PostgresProcesses() {}

    /** The first of them, which the others come from; fails if the server does not run. */
    public static ProcessHandle postmaster(Path directory) throws IOException {
        Path file = directory.resolve("data").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** All of them, the first one first. */
    public static Set<ProcessHandle> of(Path directory) throws IOException {
        Set<ProcessHandle> processes = new LinkedHashSet<>();
        ProcessHandle postmaster = postmaster(directory);
        processes.add(postmaster);
        postmaster.descendants().forEach(processes::add);
        return processes;
    }
}
