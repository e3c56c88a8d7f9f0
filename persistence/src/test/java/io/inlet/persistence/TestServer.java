package io.inlet.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of a test run, durable as in production, in a time zone that is not UTC. The
 * system property {@code inlet.test.postgres.bin} names a folder of other binaries to run.
 */
interface TestServer {
    /** What makes a test's server as safe as a real one, and as far from UTC as people live. */
    Map<String, String> SETTINGS =
            Map.of(
                    "fsync", "on",
                    "full_page_writes", "on",
                    "synchronous_commit", "on",
                    "max_connections", "200",
                    "timezone", "Asia/Kolkata");

    DatabaseLogin login(String database);

    static TestServer start() {
        @Nullable String bin = System.getProperty("inlet.test.postgres.bin");
        try {
            return bin == null || bin.isEmpty() ? zonky() : BinariesServer.start(Path.of(bin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestServer zonky() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres server = builder.start();
        return database ->
                new DatabaseLogin(
                        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database,
                        "postgres",
                        "postgres");
    }
}
