package io.inlet.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own: unpacked, set up, started and stopped by the gateway, durable like any
 * other. It listens on loopback, asks for a password, never runs as root, and outlives a gateway
 * that is killed; the next start takes it over. One gateway at a time. The main thread starts and
 * closes it.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final EmbeddedHome home;
    private final ServerControl control;
    private final DatabaseLogin login;
    private final FileChannel lock;

    private EmbeddedServer(
            EmbeddedHome home, ServerControl control, DatabaseLogin login, FileChannel lock) {
        this.home = home;
        this.control = control;
        this.login = login;
        this.lock = lock;
    }

    /**
     * Starts the server, or takes over the one that still runs; returns when it answers, after
     * crash recovery where there is some to do.
     *
     * @param settings must name an embedded server
     * @param progress told what is going on, a few words at a time
     * @throws DatabaseRefusedException if it cannot be started: what is wrong and what to do
     */
    public static EmbeddedServer start(DatabaseSettings settings, Consumer<String> progress) {
        DatabaseSettings.Embedded embedded = settings.embedded();
        if (embedded == null) {
            throw new IllegalArgumentException("embedded: expected settings, found none");
        }
        EmbeddedHome home = new EmbeddedHome(embedded.directory());
        try {
            home.make();
            FileChannel lock = lock(home);
            try {
                return start(home, embedded, settings.connections(), progress, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw refused(home, e);
        }
    }

    private static EmbeddedServer start(
            EmbeddedHome home,
            DatabaseSettings.Embedded embedded,
            int connections,
            Consumer<String> progress,
            FileChannel lock)
            throws IOException {
        ServerUser user = ServerUser.choose(embedded.user(), home.data());
        user.mustReach(home.directory());
        Path binaries = ServerBinaries.unpack(ServerBinaries.place(home, user), progress);
        ServerPrograms programs = new ServerPrograms(binaries.resolve("bin"), user);
        ServerControl control = new ServerControl(home, programs, progress);
        ServerPasswords passwords = new ServerSetup(home, programs, progress).run();
        Postmaster running = new Takeover(home, progress).of(passwords.superuser());
        int port = running != null ? running.port() : control.start(embedded.port(), connections);
        try {
            DatabaseLogin login = ServerRoles.provide(port, passwords);
            return new EmbeddedServer(home, control, login, lock);
        } catch (IOException | RuntimeException e) {
            control.stop(STOP);
            throw e;
        }
    }

    private static FileChannel lock(EmbeddedHome home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new DatabaseRefusedException(
                    "another gateway uses the embedded database in %s: stop it, or give this one a directory of its own"
                            .formatted(home.directory()));
        }
        return channel;
    }

    private static DatabaseRefusedException refused(EmbeddedHome home, IOException e) {
        String reason =
                FullDisk.isBehind(e) || FullDisk.isUnder(home.directory())
                        ? FullDisk.advice(folder(home, e))
                        : "the embedded database in %s cannot be set up (%s): correct that or choose another database.embedded.directory"
                                .formatted(home.directory(), lastLine(e));
        return new DatabaseRefusedException(reason, e);
    }

    // Not always the home: programs write what they say below java.io.tmpdir.
    private static Path folder(EmbeddedHome home, IOException e) {
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

    /** How to get in. The role owns its database and is no superuser. */
    public DatabaseLogin login() {
        return login;
    }

    /**
     * Stops the server: 30 seconds for an orderly end, then without one, which costs nothing but a
     * recovery at the next start.
     */
    @Override
    public void close() {
        try (lock) {
            control.stop(STOP);
        } catch (IOException e) {
            log.warn("the embedded database in {} may still run", home.directory(), e);
        }
    }
}
