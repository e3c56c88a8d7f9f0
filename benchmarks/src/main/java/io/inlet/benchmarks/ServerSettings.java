package io.inlet.benchmarks;

import io.inlet.persistence.DatabaseLogin;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database says of itself. */
final class ServerSettings {
    private static final List<String> MUST_BE_ON =
            List.of("fsync", "full_page_writes", "synchronous_commit");
    private static final List<String> SHOWN =
            List.of(
                    "wal_sync_method",
                    "shared_buffers",
                    "min_wal_size",
                    "max_wal_size",
                    "wal_compression");

    private ServerSettings() {}

    /**
     * Reads version and settings.
     *
     * @throws IllegalStateException if it is not durable: then no figure means anything
     */
    static Map<String, String> read(DatabaseLogin login) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Connection connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            found.put("postgresql", show(statement, "server_version"));
            for (String name : MUST_BE_ON) {
                String value = show(statement, name);
                if (!value.equals("on")) {
                    throw new IllegalStateException(name + " is " + value);
                }
                found.put(name, value);
            }
            for (String name : SHOWN) {
                found.put(name, show(statement, name));
            }
        }
        return found;
    }

    private static String show(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
