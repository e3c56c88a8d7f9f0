package io.inlet.persistence;

import io.inlet.settings.Default;
import io.inlet.settings.Durations;
import io.inlet.settings.SecretFile;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is; exactly one of {@code embedded} and {@code external}.
 *
 * @param embedded a server of our own on this machine, or null
 * @param external a server that somebody else runs, or null
 * @param connections how many at once, 2 to 500; the intake has one for each lane and two more to
 *     itself, and what is left serves readers
 * @param connectTimeout how long a connection may take to be made or to become free, 250 ms or more
 * @param statementTimeout how long one statement may run, 1 s or more; a server that does not
 *     answer for 2 s longer counts as gone. Keep it under the carriers' response timers
 */
public record DatabaseSettings(
        @Nullable Embedded embedded,
        @Nullable External external,
        @Default("10") int connections,
        @Default("2s") Duration connectTimeout,
        @Default("5s") Duration statementTimeout) {

    /**
     * A server of our own.
     *
     * @param directory its home: data, binaries, passwords and log, made when absent
     * @param port on the loopback interface; 0 takes any free one at first and remembers it
     * @param user whom the server runs as when the gateway is root, who may not run it; null takes
     *     the first that exists of inlet, postgres and nobody. Without meaning otherwise
     */
    public record Embedded(Path directory, @Default("0") int port, @Nullable String user) {
        public Embedded {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port: expected 0 to 65535, found " + port);
            }
        }
    }

    /**
     * A server that somebody else runs.
     *
     * @param hosts {@code host:port}, or several joined by commas, of which the primary is taken
     * @param name the database
     * @param user the role
     * @param passwordFile a file that holds the role's password and nothing else
     * @param rootCertificate the authority, in PEM, whose certificate the server must show for its
     *     name; null encrypts if the server offers it, and trusts any
     */
    public record External(
            String hosts,
            @Default("inlet") String name,
            @Default("inlet") String user,
            @SecretFile Path passwordFile,
            @Nullable Path rootCertificate) {
        public External {
            if (!hosts.matches("[^\\s,/?&]+(,[^\\s,/?&]+)*")) {
                throw new IllegalArgumentException(
                        "hosts: expected host:port, or several joined by commas, found '"
                                + hosts
                                + "'");
            }
            if (name.isBlank()) {
                throw new IllegalArgumentException("name: expected a database, found nothing");
            }
        }
    }

    public DatabaseSettings {
        if ((embedded == null) == (external == null)) {
            throw new IllegalArgumentException(
                    "database: expected exactly one of embedded and external, found "
                            + (embedded == null ? "neither" : "both"));
        }
        if (connections < 2 || connections > 500) {
            throw new IllegalArgumentException(
                    "connections: expected 2 to 500, found " + connections);
        }
        atLeast("connectTimeout", connectTimeout, Duration.ofMillis(250));
        atLeast("statementTimeout", statementTimeout, Duration.ofSeconds(1));
    }

    /** The same with another number of connections. */
    DatabaseSettings withConnections(int number) {
        return new DatabaseSettings(embedded, external, number, connectTimeout, statementTimeout);
    }

    private static void atLeast(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "%s: expected %s or more, found %s"
                            .formatted(name, Durations.write(least), Durations.write(value)));
        }
    }
}
