package io.inlet.benchmarks;

import io.inlet.persistence.DatabaseLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The write-ahead log of a server that has run for a while. Such a server uses its old segments
 * again; a new one makes each, 16 MB of zeros, while commits wait for it: up to half a second on a
 * shared disk, every few seconds, until its first checkpoint.
 */
final class UsedLog {
    /** 1 GB, which is what the embedded server keeps: more than a minute of any phase needs. */
    private static final int SEGMENTS = 64;

    private UsedLog() {}

    /**
     * Fills segments and lets a checkpoint give them free for use.
     *
     * @param superuser may switch segments
     */
    static void provide(DatabaseLogin superuser) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection(
                                superuser.url(), superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < SEGMENTS; i++) {
                statement.execute("SELECT pg_logical_emit_message(false, '', '')");
                statement.execute("SELECT pg_switch_wal()");
            }
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new IOException("the write-ahead log cannot be filled", e);
        }
    }

    /** The login of the embedded server's superuser, by the file that only its owner can read. */
    static DatabaseLogin superuser(DatabaseLogin login, Path password) throws IOException {
        return new DatabaseLogin(login.url(), "postgres", Files.readString(password).strip());
    }
}
