package io.inlet.persistence;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Brings the embedded server up on its home, with the same checks at first and when it has died.
 * One thread at a time, who holds the home's lock.
 */
final class ServerStart {
    private static final Duration STOP = Duration.ofSeconds(30);

    private final EmbeddedHome home;
    private final DatabaseSettings.Embedded embedded;
    private final DatabaseSettings settings;

    /**
     * A server that answers.
     *
     * @param control stops it
     * @param login of the gateway's role
     * @param port where it listens
     */
    record Running(ServerControl control, DatabaseLogin login, int port) {}

    ServerStart(EmbeddedHome home, DatabaseSettings.Embedded embedded, DatabaseSettings settings) {
        this.home = home;
        this.embedded = embedded;
        this.settings = settings;
    }

    /**
     * Sets the server up where it is new, starts it, or takes over the one that still runs.
     *
     * @throws DatabaseRefusedException if it cannot be started: what is wrong and what to do
     */
    Running first(Consumer<String> progress) {
        try {
            return run(embedded.port(), progress);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /**
     * Starts the server again on the data and the port that it had.
     *
     * @throws DatabaseRefusedException if it cannot be started: what is wrong and what to do
     */
    void again(int port, Consumer<String> progress) {
        if (!Files.isDirectory(home.data())) {
            throw new DatabaseRefusedException(
                    "the data of the embedded database, %s, is gone: mount or restore it"
                            .formatted(home.data()));
        }
        try {
            Running running = run(port, progress);
            try {
                new Migrations(running.login(), embedded)
                        .mustBeFit(new Connections(running.login(), settings).unbounded());
            } catch (RuntimeException e) {
                running.control().stop(STOP);
                throw e;
            }
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private Running run(int wanted, Consumer<String> progress) throws IOException {
        ServerUser user = ServerUser.choose(embedded.user(), home.data());
        user.mustReach(home.directory());
        Path binaries = ServerBinaries.unpack(ServerBinaries.place(home, user), progress);
        ServerPrograms programs = new ServerPrograms(binaries.resolve("bin"), user);
        ServerControl control = new ServerControl(home, programs, progress);
        ServerPasswords passwords = new ServerSetup(home, programs, progress).run();
        Postmaster running = new Takeover(home, progress).of(passwords.superuser());
        int port = running != null ? running.port() : control.start(wanted, settings.connections());
        try {
            return new Running(control, ServerRoles.provide(port, passwords), port);
        } catch (IOException | RuntimeException e) {
            control.stop(STOP);
            throw e;
        }
    }

    /** What a failure to set something up means to an operator. */
    DatabaseRefusedException refused(IOException e) {
        String reason =
                FullDisk.isBehind(e) || FullDisk.isUnder(home.directory())
                        ? FullDisk.advice(folder(e))
                        : "the embedded database in %s cannot be set up (%s): correct that or choose another database.embedded.directory"
                                .formatted(home.directory(), lastLine(e));
        return new DatabaseRefusedException(reason, e);
    }

    // Not always the home: programs write what they say below java.io.tmpdir.
    private Path folder(IOException e) {
        if (e instanceof FileSystemException named && named.getFile() != null) {
            Path folder = Path.of(named.getFile()).toAbsolutePath().getParent();
            return folder == null ? home.directory() : folder;
        }
        return home.directory();
    }

    // A program says much; what it stumbled over comes last.
    private static String lastLine(IOException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, last) -> last)
                .orElse("no reason given");
    }
}
