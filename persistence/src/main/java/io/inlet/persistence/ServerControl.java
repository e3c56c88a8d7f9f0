package io.inlet.persistence;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Starts and stops the embedded server. Not for two threads. */
final class ServerControl {
    /** Recovery after a crash reads at most max_wal_size: minutes on the slowest disk. */
    private static final Duration RECOVERY = Duration.ofMinutes(30);

    /** How long the children of a killed server may take to notice. */
    private static final Duration STRAGGLERS = Duration.ofSeconds(20);

    private final EmbeddedHome home;
    private final ServerPrograms programs;
    private final Consumer<String> progress;

    ServerControl(EmbeddedHome home, ServerPrograms programs, Consumer<String> progress) {
        this.home = home;
        this.programs = programs;
        this.progress = progress;
    }

    /**
     * Starts the server.
     *
     * @param wanted the port, or 0 for the one that was used last, if it is free, or any
     */
    int start(int wanted, int connections) throws IOException {
        programs.user().own(home.data());
        Postmaster.forgetAnother(home.data());
        progress.accept("starting the database");
        long deadline = System.nanoTime() + STRAGGLERS.toNanos();
        int port = wanted != 0 ? wanted : ServerPort.remembered(home);
        while (true) {
            ServerConfiguration.write(home.data(), port, connections);
            ServerPort.remember(home, port);
            ServerLog log = ServerLog.mark(home, programs.user());
            if (!startOnce(log).failed()) {
                return port;
            }
            boolean late = System.nanoTime() > deadline;
            if (!late && wanted == 0 && log.says("Address already in use")) {
                port = ServerPort.free();
            } else if (late || !hasStragglers(log)) {
                throw new DatabaseRefusedException(log.explain(port));
            } else {
                Pause.brief();
            }
        }
    }

    // The children of a server that was killed hold its memory until they notice.
    private static boolean hasStragglers(ServerLog log) throws IOException {
        return log.says("shared memory block") || log.says("lock file \"postmaster.pid\"");
    }

    private Command.Result startOnce(ServerLog log) throws IOException {
        return programs.command(
                        "pg_ctl",
                        "--pgdata=" + home.data(),
                        "--log=" + home.log(),
                        "--wait",
                        "--timeout=" + RECOVERY.toSeconds(),
                        "start")
                .run(RECOVERY.plusSeconds(10), new RecoveryNews(log, progress)::tell);
    }

    /** Stops the server in order within the deadline, else without order. */
    void stop(Duration deadline) throws IOException {
        if (stopBy("fast", deadline).failed() && Postmaster.of(home.data()) != null) {
            stopBy("immediate", deadline);
        }
    }

    private Command.Result stopBy(String mode, Duration deadline) throws IOException {
        return programs.run(
                "pg_ctl",
                "--pgdata=" + home.data(),
                "--mode=" + mode,
                "--wait",
                "--timeout=" + deadline.toSeconds(),
                "stop");
    }
}
