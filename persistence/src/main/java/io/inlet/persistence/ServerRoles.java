package io.inlet.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.PGConnection;

/** Who may log in to the embedded server: its superuser, and the gateway's role. */
final class ServerRoles {
    static final String SUPERUSER = "postgres";
    private static final String ROLE = "inlet";
    private static final String DATABASE = "inlet";

    private ServerRoles() {}

    /** Makes role and database where they are missing, and gives the role its password. */
    static DatabaseLogin provide(int port, ServerPasswords passwords) throws IOException {
        try (Connection connection = connect(port, passwords.superuser());
                Statement statement = connection.createStatement()) {
            if (!has(statement, "SELECT FROM pg_roles WHERE rolname = '" + ROLE + "'")) {
                statement.execute("CREATE ROLE " + ROLE + " LOGIN");
            }
            // At each start, for the file is what counts. The driver sends a hash of it.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(ROLE, passwords.role().toCharArray(), "scram-sha-256");
            if (!has(statement, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + ROLE);
            }
        } catch (SQLException e) {
            throw new IOException("role and database: SQLSTATE " + e.getSQLState(), e);
        }
        return new DatabaseLogin(url(port, DATABASE), ROLE, passwords.role());
    }

    static Connection connect(int port, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("requireAuth", "scram-sha-256"); // the password goes to no impostor
        return DriverManager.getConnection(url(port, "postgres"), properties);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static boolean has(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
