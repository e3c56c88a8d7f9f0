package io.inlet.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** The settings file of the embedded server, written anew at each start. */
final class ServerConfiguration {
    /** Connections for the operator, beside the gateway's own. */
    private static final int SPARE_CONNECTIONS = 20;

    private ServerConfiguration() {}

    // The log leaves errors of statements out (log_min_messages = log keeps what the server itself
    // says, which ranks above), because their text quotes values, which are content.
    private static final String TEXT =
            """
            # Written by Inlet at each start: changes here are lost.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'

            fsync = on
            full_page_writes = on
            synchronous_commit = on

            shared_buffers = 256MB
            max_wal_size = 4GB
            min_wal_size = 1GB
            wal_compression = on
            checkpoint_timeout = 15min
            jit = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_parameter_max_length = 0
            log_checkpoints = off
            """;

    static void write(Path data, int port, int connections) throws IOException {
        Path file = data.resolve("postgresql.conf");
        // A new file and a rename: the folder is another's, who may have put a link in its place.
        Path draft = data.resolve("postgresql.conf." + UUID.randomUUID());
        Files.writeString(
                draft,
                TEXT
                        + "port = %d\nmax_connections = %d\n"
                                .formatted(port, connections + SPARE_CONNECTIONS),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
