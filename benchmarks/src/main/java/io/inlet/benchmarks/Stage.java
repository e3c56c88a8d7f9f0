package io.inlet.benchmarks;

import io.inlet.app.GatewayFiles;
import io.inlet.app.GatewayProcess;
import io.inlet.app.PostgresProcesses;
import io.inlet.persistence.DatabaseLogin;
import io.inlet.persistence.DatabaseSettings;
import io.inlet.persistence.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a measurement: a database of its own, a carrier and a gateway. One thread plays
 * on it; any thread may close it, which ends all of them.
 */
final class Stage implements AutoCloseable {
    static final int BINDS = 4;
    private static final int CONNECTIONS = 10;

    private final Setting setting;
    private final Path directory;
    private @Nullable EmbeddedServer server;
    private @Nullable Carrier carrier;
    private @Nullable GatewayProcess gateway;
    private boolean closed;

    Stage(Setting setting, Path directory) throws IOException {
        this.setting = setting;
        this.directory = Files.createDirectories(directory);
    }

    /** Starts database, carrier and gateway. */
    void startAll(int window) throws IOException {
        startServer();
        startCarrier(window);
        writeGatewayFiles();
        startGateway();
    }

    /** Starts the database; after it was killed, on what it has left. */
    synchronized void startServer() throws IOException {
        mustBeOpen();
        boolean isNew = server == null;
        if (server != null) {
            server.close();
        }
        server = EmbeddedServer.start(databaseSettings(), step -> {});
        if (isNew) {
            UsedLog.provide(UsedLog.superuser(login(), postgres().resolve("password")));
        }
    }

    private synchronized void startCarrier(int window) throws IOException {
        mustBeOpen();
        carrier = Carrier.start(directory, window, setting.out());
    }

    /** Starts the gateway as an operator does, by the launcher and with its options. */
    synchronized void startGateway() throws IOException {
        mustBeOpen();
        gateway =
                GatewayProcess.start(
                        directory,
                        new ProcessBuilder(
                                setting.home().resolve("inlet").toString(),
                                "run",
                                "--config",
                                directory.resolve("inlet.yaml").toString()));
    }

    private void mustBeOpen() {
        if (closed) {
            throw new IllegalStateException("the run is being ended");
        }
    }

    private void writeGatewayFiles() throws IOException {
        DatabaseLogin login = login();
        String place = login.url().replaceFirst("^jdbc:postgresql://", "");
        String database =
                """
                  external:
                    hosts: %s
                    name: %s
                    user: %s
                    passwordFile: postgres/role-password
                """
                        .formatted(
                                place.substring(0, place.indexOf('/')),
                                place.substring(place.indexOf('/') + 1),
                                login.user());
        new GatewayFiles(directory, carrier().port(), BINDS, database).write();
    }

    /** Ends the gateway as a power failure would, and the database with it if asked to. */
    void kill(Victims victims) throws IOException, InterruptedException {
        Set<ProcessHandle> besides =
                switch (victims) {
                    case GATEWAY -> Set.of();
                    case GATEWAY_AND_DATABASE -> PostgresProcesses.of(postgres());
                };
        besides.forEach(ProcessHandle::destroyForcibly);
        gateway().kill();
        for (ProcessHandle killed : besides) {
            killed.onExit().orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
        }
    }

    /** Whom a kill -9 hits. */
    enum Victims {
        GATEWAY,
        GATEWAY_AND_DATABASE
    }

    DatabaseLogin login() {
        return Objects.requireNonNull(server).login();
    }

    DatabaseSettings databaseSettings() {
        return new DatabaseSettings(
                new DatabaseSettings.Embedded(postgres(), 0, null),
                null,
                CONNECTIONS,
                Duration.ofSeconds(2),
                Duration.ofSeconds(60));
    }

    ProcessHandle postmaster() throws IOException {
        return PostgresProcesses.postmaster(postgres());
    }

    Carrier carrier() {
        return Objects.requireNonNull(carrier);
    }

    GatewayProcess gateway() {
        return Objects.requireNonNull(gateway);
    }

    Path keys() {
        return directory.resolve("keys");
    }

    /** Begins to measure the disk that the database is on. */
    DiskProbe probeDisk() {
        return DiskProbe.start(directory);
    }

    String opsKey() throws IOException {
        return Files.readString(directory.resolve("ops.key")).strip();
    }

    private Path postgres() {
        return directory.resolve("postgres");
    }

    /** Ends all processes and removes the database, which may be large; logs stay. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (gateway != null) {
            gateway.close();
        }
        if (carrier != null) {
            carrier.close();
        }
        if (server != null) {
            server.close();
            Trees.delete(postgres());
        }
        setting.stages().closed(this);
    }
}
