package io.inlet.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

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

    /** SIGSTOP: they keep their sockets and answer nothing, like a machine that hangs. */
    static void stall(Set<ProcessHandle> processes) throws IOException, InterruptedException {
        signal("STOP", processes);
    }

    /** SIGCONT. */
    static void resume(Set<ProcessHandle> processes) throws IOException, InterruptedException {
        signal("CONT", processes);
    }

    private static void signal(String name, Set<ProcessHandle> processes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        Process kill = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!kill.waitFor(10, TimeUnit.SECONDS)) {
            throw new IOException("kill does not end");
        }
    }
}
