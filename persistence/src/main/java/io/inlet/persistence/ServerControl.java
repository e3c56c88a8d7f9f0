package io.inlet.persistence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets the embedded server up, starts, finds and stops it. Not for two threads. */
final class ServerControl {
    /** Recovery after a crash reads at most max_wal_size: minutes on the slowest disk. */
    private static final Duration RECOVERY = Duration.ofMinutes(30);

    /** How long the children of a killed server may take to notice. */
    private static final Duration STRAGGLERS = Duration.ofSeconds(20);

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 200;

    private final EmbeddedHome home;
    private final Path bin;
    private final ServerUser user;
    private final Consumer<String> progress;

    ServerControl(EmbeddedHome home, Path bin, ServerUser user, Consumer<String> progress) {
        this.home = home;
        this.bin = bin;
        this.user = user;
        this.progress = progress;
    }

    /** Makes passwords and data directory where they are missing; returns the passwords. */
    ServerPasswords setUp() throws IOException {
        boolean isNew = !Files.isDirectory(home.data());
        if (!isNew) {
            refuseOtherVersion();
        }
        ServerPasswords passwords = ServerPasswords.of(home);
        if (isNew) {
            initialise(passwords.superuser());
        }
        return passwords;
    }

    private void refuseOtherVersion() throws IOException {
        Path file = home.data().resolve("PG_VERSION");
        String found = Files.exists(file) ? Files.readString(file).strip() : "no";
        // "postgres (PostgreSQL) 18.6"
        String ours =
                program("postgres", "--version").output().strip().replaceAll("^.* (\\d+).*$", "$1");
        if (!found.equals(ours)) {
            throw new DatabaseRefusedException(
                    "%s holds a database of PostgreSQL %s, and this gateway brings %s: run pg_upgrade, or dump it with the old version and restore it into an empty directory"
                            .formatted(home.data(), found, ours));
        }
    }

    private void initialise(String password) throws IOException {
        progress.accept("setting up a database in " + home.data());
        EmbeddedHome.delete(home.newData());
        Files.createDirectory(home.newData());
        user.own(home.newData());
        Path passwordFile = home.directory().resolve("password.new");
        Files.deleteIfExists(passwordFile);
        SecretFile.make(passwordFile, password);
        try {
            user.own(passwordFile);
            Command.Result result =
                    program(
                            "initdb",
                            "--pgdata=" + home.newData(),
                            "--username=" + ServerRoles.SUPERUSER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--data-checksums");
            if (result.failed()) {
                throw new IOException("initdb: " + result.output().strip());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(home.newData(), home.data(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel entries = FileChannel.open(home.directory())) {
            entries.force(true);
        }
    }

    /** The server that still runs on the data directory and lets us in, or null if none does. */
    @Nullable Postmaster takeOver(String password) throws IOException {
        long deadline = System.nanoTime() + ANSWER.toNanos();
        Postmaster running = Postmaster.of(home.data());
        if (running != null) {
            progress.accept("taking over the database that still runs");
        }
        while (running != null) {
            try (Connection connection = ServerRoles.connect(running.port(), password);
                    Statement statement = connection.createStatement()) {
                mustBeOurs(statement);
                return running;
            } catch (SQLException e) {
                refuseIfHopeless(running, e, deadline);
            }
            pause();
            running = Postmaster.of(home.data());
        }
        return null;
    }

    private void mustBeOurs(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            if (!Path.of(row.getString(1)).equals(home.data())) {
                throw new SQLException("another server listens there", "08001");
            }
        }
    }

    private void refuseIfHopeless(Postmaster running, SQLException e, long deadline) {
        if ("28P01".equals(e.getSQLState())) {
            throw new DatabaseRefusedException(
                    "the embedded database that still runs (process %d) does not take the password in %s: put back the right file"
                            .formatted(running.pid(), home.superuserPassword()));
        }
        if (System.nanoTime() > deadline) {
            throw new DatabaseRefusedException(
                    "the embedded database that still runs (process %d) does not answer: end that process and start again"
                            .formatted(running.pid()));
        }
    }

    /**
     * Starts the server.
     *
     * @param wanted the port, or 0 for the one that was used last, if it is free, or any
     */
    int start(int wanted, int connections) throws IOException {
        user.own(home.data());
        Postmaster.forgetAnother(home.data());
        progress.accept("starting the database");
        long deadline = System.nanoTime() + STRAGGLERS.toNanos();
        int port = wanted != 0 ? wanted : rememberedPort();
        while (true) {
            ServerConfiguration.write(home.data(), port, connections);
            Files.writeString(home.port(), Integer.toString(port));
            ServerLog log = ServerLog.mark(home, user);
            if (!startOnce(log).failed()) {
                return port;
            }
            boolean late = System.nanoTime() > deadline;
            if (!late && wanted == 0 && log.says("Address already in use")) {
                port = freePort();
            } else if (late || !hasStragglers(log)) {
                throw new DatabaseRefusedException(log.explain(port));
            } else {
                pause();
            }
        }
    }

    // The children of a server that was killed hold its memory until they notice.
    private static boolean hasStragglers(ServerLog log) throws IOException {
        return log.says("shared memory block") || log.says("lock file \"postmaster.pid\"");
    }

    private Command.Result startOnce(ServerLog log) throws IOException {
        return Command.of(
                        user,
                        bin.resolve("pg_ctl").toString(),
                        "--pgdata=" + home.data(),
                        "--log=" + home.log(),
                        "--wait",
                        "--timeout=" + RECOVERY.toSeconds(),
                        "start")
                .run(RECOVERY.plusSeconds(10), new Narrator(log)::tell);
    }

    /** Tells what the server says while it takes its time. */
    private final class Narrator {
        private final ServerLog log;
        private int told;

        Narrator(ServerLog log) {
            this.log = log;
        }

        void tell() {
            try {
                List<String> news =
                        log.lines().stream()
                                .filter(line -> line.contains("recovery") || line.contains("redo"))
                                .map(line -> line.replaceFirst("^.*LOG:\\s*", ""))
                                .toList();
                news.stream().skip(told).forEach(progress);
                told = news.size();
            } catch (IOException e) {
                // Only the telling fails; whether the server starts is seen elsewhere.
            }
        }
    }

    /** Stops the server in order within the deadline, else without order. */
    void stop(Duration deadline) throws IOException {
        if (stopBy("fast", deadline).failed() && Postmaster.of(home.data()) != null) {
            stopBy("immediate", deadline);
        }
    }

    private Command.Result stopBy(String mode, Duration deadline) throws IOException {
        return program(
                "pg_ctl",
                "--pgdata=" + home.data(),
                "--mode=" + mode,
                "--wait",
                "--timeout=" + deadline.toSeconds(),
                "stop");
    }

    private Command.Result program(String name, String... arguments) throws IOException {
        String[] words = new String[arguments.length + 1];
        words[0] = bin.resolve(name).toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return Command.of(user, words).run();
    }

    private int rememberedPort() throws IOException {
        if (Files.exists(home.port())) {
            String text = Files.readString(home.port()).strip();
            if (text.matches("\\d{1,5}")) {
                return Integer.parseInt(text);
            }
        }
        return freePort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
