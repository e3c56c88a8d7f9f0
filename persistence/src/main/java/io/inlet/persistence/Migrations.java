package io.inlet.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Finds a database fit, and brings its schema up to date. */
final class Migrations {
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    private final DatabaseLogin login;
    private final DatabaseSettings.@Nullable Embedded own;

    /**
     * @param own the server, if it is one of our own, whose disk we can look at
     */
    Migrations(DatabaseLogin login, DatabaseSettings.@Nullable Embedded own) {
        this.login = login;
        this.own = own;
    }

    /**
     * @throws DatabaseUnreachableException if nobody answers
     * @throws DatabaseRefusedException if it must not be used as it is
     */
    void apply(DataSource source) {
        mustBeFit(source);
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:io/inlet/persistence/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            refuseFullDisk(e);
            throw new DatabaseRefusedException(
                    "the schema of the database at %s cannot be brought up to date (%s): give the role an empty database that it owns, or the one of an earlier version unchanged"
                            .formatted(login.place(), firstLine(e)),
                    e);
        }
    }

    /**
     * Checks that the server can keep what it is given; changes nothing.
     *
     * @throws DatabaseUnreachableException if nobody answers
     * @throws DatabaseRefusedException if it must not be used as it is
     */
    void mustBeFit(DataSource source) {
        try (Connection connection = source.getConnection()) {
            refuseUnfit(login.place(), connection);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private static void refuseUnfit(String place, Connection connection) throws SQLException {
        int major = Integer.parseInt(setting(connection, "server_version_num")) / 10_000;
        if (major < OLDEST || major > NEWEST) {
            throw new DatabaseRefusedException(
                    "the database at %s is PostgreSQL %d: use a version from %d to %d"
                            .formatted(place, major, OLDEST, NEWEST));
        }
        for (String name : new String[] {"fsync", "full_page_writes"}) {
            if (!setting(connection, name).equals("on")) {
                throw new DatabaseRefusedException(
                        "the database at %s runs with %s off and would lose acknowledged messages in a crash: set %s = on in its postgresql.conf and reload it"
                                .formatted(place, name, name));
            }
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private void refuseFullDisk(Exception e) {
        boolean isFull = FullDisk.isBehind(e) || (own != null && FullDisk.isUnder(own.directory()));
        if (isFull) {
            Object place = own == null ? "the database at " + login.place() : own.directory();
            throw new DatabaseRefusedException(FullDisk.advice(place), e);
        }
    }

    private RuntimeException unusable(SQLException e) {
        refuseFullDisk(e);
        String place = login.place();
        return switch (StoreFailures.state(e)) {
            case "28P01", "28000" ->
                    new DatabaseRefusedException(
                            "the database at %s does not let %s in: check user, password file and pg_hba.conf"
                                    .formatted(place, login.user()),
                            e);
            case "3D000" ->
                    new DatabaseRefusedException(
                            "the server at %s has no such database: create it, owned by %s"
                                    .formatted(place, login.user()),
                            e);
            default ->
                    new DatabaseUnreachableException(
                            "no database answers at %s (SQLSTATE %s): start it, or correct its address in the settings"
                                    .formatted(place, StoreFailures.state(e)),
                            e);
        };
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
