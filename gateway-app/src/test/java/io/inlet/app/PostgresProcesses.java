package io.inlet.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes of an embedded server under test: its postmaster and all that came from it. */
record PostgresProcesses(List<ProcessHandle> handles) {
    /** Those of the server in a gateway's directory, by the pid file of its data. */
    static PostgresProcesses of(Path directory) throws IOException {
        try (var files = Files.walk(directory.resolve("postgres"))) {
            Path pidFile =
                    files.filter(f -> f.endsWith("postmaster.pid")).findFirst().orElseThrow();
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> handles = new ArrayList<>(List.of(postmaster));
            postmaster.descendants().forEach(handles::add);
            return new PostgresProcesses(handles);
        }
    }

    /** SIGKILL: no time to say or write anything. */
    void kill() {
        handles.forEach(ProcessHandle::destroyForcibly);
    }

    /** SIGSTOP: they keep their sockets and answer nothing, like a machine that hangs. */
    void stall() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        handles.forEach(handle -> command.add(String.valueOf(handle.pid())));
        Process kill = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!kill.waitFor(10, TimeUnit.SECONDS)) {
            throw new IOException("kill does not end");
        }
    }
}
