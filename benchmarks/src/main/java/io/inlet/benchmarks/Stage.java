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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a measurement: a database of its own, a carrier and a gateway. One thread plays
 * on it; any thread may close it, which ends all of them.
 */
final class Stage implements AutoCloseable {
    private static final int CONNECTIONS = 10;

    private final Setting setting;
    private final Path directory;
    private @Nullable EmbeddedServer server;
    private @Nullable Carrier carrier;
    private final List<GatewayProcess> gateways = new ArrayList<>();
    private Cast cast = Cast.single(1);
    private boolean closed;

    Stage(Setting setting, Path directory) throws IOException {
        this.setting = setting;
        this.directory = Files.createDirectories(directory);
    }

    /** Starts database, carrier and gateway. */
    void startAll(Cast wanted) throws IOException {
        cast = wanted;
        startServer();
        startCarrier();
        for (int gateway = 0; gateway < cast.gateways(); gateway++) {
            writeGatewayFiles(gateway);
            startGateway(gateway);
        }
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

    private synchronized void startCarrier() throws IOException {
        mustBeOpen();
        carrier = Carrier.start(directory, cast, setting.out());
    }

    /** Starts the first gateway again. */
    void startGateway() throws IOException {
        startGateway(0);
    }

    /** Starts a gateway as an operator does, by the launcher and with its options. */
    private synchronized void startGateway(int gateway) throws IOException {
        mustBeOpen();
        Path folder = folder(gateway);
        GatewayProcess started =
                GatewayProcess.start(
                        folder,
                        new ProcessBuilder(
                                setting.home().resolve("inlet").toString(),
                                "run",
                                "--config",
                                folder.resolve("inlet.yaml").toString()));
        if (gateway < gateways.size()) {
            gateways.set(gateway, started);
        } else {
            gateways.add(started);
        }
    }

    private Path folder(int gateway) {
        return gateway == 0 ? directory : directory.resolve("gateway-" + (gateway + 1));
    }

    private void mustBeOpen() {
        if (closed) {
            throw new IllegalStateException("the run is being ended");
        }
    }

    private void writeGatewayFiles(int gateway) throws IOException {
        DatabaseLogin login = login();
        String place = login.url().replaceFirst("^jdbc:postgresql://", "");
        String database =
                """
                  external:
                    hosts: %s
                    name: %s
                    user: %s
                    passwordFile: %s
                """
                        .formatted(
                                place.substring(0, place.indexOf('/')),
                                place.substring(place.indexOf('/') + 1),
                                login.user(),
                                postgres().resolve("role-password"));
        Path folder = folder(gateway);
        new GatewayFiles(folder, carrier().port(), cast.bindsEach(), database).write();
        if (gateway > 0) {
            makeAnother(folder.resolve("inlet.yaml"), gateway);
        }
    }

    /** Gives a gateway a name and binds of its own, and the keys of the first. */
    private void makeAnother(Path file, int gateway) throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("node: test", "node: test-" + (gateway + 1))
                        .replace("directory: keys", "directory: " + keys())
                        .replace("name: bind-", "name: gateway-" + (gateway + 1) + "-bind-"));
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
        return gateways.getFirst();
    }

    List<GatewayProcess> gateways() {
        return List.copyOf(gateways);
    }

    Path keys() {
        return directory.resolve("keys");
    }

    /** Begins to measure the disk that the database is on. */
    DiskProbe probeDisk() {
        return DiskProbe.start(directory);
    }

    String opsKey() throws IOException {
        return opsKey(0);
    }

    String opsKey(int gateway) throws IOException {
        return Files.readString(folder(gateway).resolve("ops.key")).strip();
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
        gateways.forEach(GatewayProcess::close);
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
