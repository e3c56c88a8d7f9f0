package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Databases that a gateway must not run on, for what is in them. */
class UnfitDatabaseTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    @Test
    void a_gateway_refuses_a_schema_that_is_not_its_own() throws SQLException {
        DatabaseLogin login = TestDatabase.createEmpty();
        execute(login, "CREATE TABLE somebody (elses int)");
        assertRefused(login, "empty database");
    }

    @Test
    void a_migration_that_finds_the_disk_full_says_so() throws SQLException {
        DatabaseLogin login = TestDatabase.createEmpty();
        execute(
                login,
                """
                CREATE SCHEMA elsewhere;
                CREATE FUNCTION elsewhere.full_disk() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                  -- Flyway tries its own table ten times, with a second between.
                  IF EXISTS (SELECT 1 FROM pg_event_trigger_ddl_commands()
                             WHERE object_identity !~ 'flyway') THEN
                    RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100';
                  END IF;
                END $$
                """);
        execute(
                login,
                "CREATE EVENT TRIGGER full_disk ON ddl_command_end"
                        + " WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION elsewhere.full_disk()");
        assertRefused(
                login,
                TestDatabase.externalSettings(),
                "the disk of the database at %s is full: free some space and start again"
                        .formatted(login.place()));
        assertRefused(
                login,
                TestDatabase.settings(),
                "the disk of unused is full: free some space and start again");
    }

    @Test
    void a_gateway_refuses_a_server_without_its_database() {
        String url = db.login().url().replaceFirst("/[^/]*$", "/nothing");
        assertRefused(new DatabaseLogin(url, "postgres", "postgres"), "create it");
    }

    private static void assertRefused(DatabaseLogin login, String reason) {
        assertRefused(login, TestDatabase.settings(), reason);
    }

    private static void assertRefused(
            DatabaseLogin login, DatabaseSettings settings, String reason) {
        assertThatThrownBy(() -> Database.open(login, settings, InstantSource.system()))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining(reason);
    }

    private static void execute(DatabaseLogin login, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
