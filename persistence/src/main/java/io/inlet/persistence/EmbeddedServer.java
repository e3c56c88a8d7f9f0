package io.inlet.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own: unpacked, set up, started and stopped by the gateway, durable like any
 * other. It listens on loopback, asks for a password, never runs as root, and outlives a gateway
 * that is killed; the next start takes it over. When it dies under a gateway that runs, it is
 * started again. One gateway at a time. The main thread starts and closes it.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final EmbeddedHome home;
    private final ServerStart.Running running;
    private final FileChannel lock;
    private final ServerWatch watch;

    private EmbeddedServer(
            EmbeddedHome home, ServerStart start, ServerStart.Running running, FileChannel lock) {
        this.home = home;
        this.running = running;
        this.lock = lock;
        this.watch =
                new ServerWatch(
                        home,
                        () ->
                                start.again(
                                        running.port(),
                                        step -> log.info("embedded database: {}", step)));
        watch.start();
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
        ServerStart start = new ServerStart(home, embedded, settings);
        try {
            home.make();
            FileChannel lock = lock(home);
            try {
                return new EmbeddedServer(home, start, start.first(progress), lock);
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw start.refused(e);
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

    /** How to get in. The role owns its database and is no superuser. */
    public DatabaseLogin login() {
        return running.login();
    }

    /**
     * Stops the server: 30 seconds for an orderly end, then without one, which costs nothing but a
     * recovery at the next start.
     */
    @Override
    public void close() {
        try (lock) {
            watch.close();
            running.control().stop(STOP);
        } catch (IOException e) {
            log.warn("the embedded database in {} may still run", home.directory(), e);
        }
    }
}
