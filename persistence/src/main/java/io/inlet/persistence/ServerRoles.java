package io.inlet.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Who may log in to the embedded server: its superuser, and the gateway's role. */
final class ServerRoles {
    static final String SUPERUSER = "postgres";
    private static final String ROLE = "inlet";
    private static final String DATABASE = "inlet";

    private ServerRoles() {}

    /** Makes role and database where they are missing. */
    static DatabaseLogin provide(int port, String password) throws IOException {
        try (Connection connection = connect(port, password);
                Statement statement = connection.createStatement()) {
            if (!has(statement, "SELECT FROM pg_roles WHERE rolname = '" + ROLE + "'")) {
                // Our own 43 characters of base64url: there is nothing to quote.
                statement.execute("CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + password + "'");
            }
            if (!has(statement, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + ROLE);
            }
        } catch (SQLException e) {
            throw new IOException("role and database: SQLSTATE " + e.getSQLState());
        }
        return new DatabaseLogin(url(port, DATABASE), ROLE, password);
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
