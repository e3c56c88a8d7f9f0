package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.OutcomeUnknownException;
import io.inlet.intake.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that stalls, dies or is made unsafe, on a server of its own. */
@Timeout(120)
class FailingDatabaseTest {
    @TempDir static Path folder;

    private static EmbeddedServer server;
    private static Database database;
    private static String password;

    @BeforeAll
    static void start() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path home = folder.resolve("home");
        server = EmbeddedServer.start(settings(), step -> {});
        database = Database.open(server.login(), settings(), InstantSource.system());
        password = Files.readString(home.resolve("password"));
    }

    @AfterAll
    static void stop() {
        database.close();
        server.close();
    }

    @Test
    void a_gateway_refuses_a_database_with_fsync_off() throws SQLException {
        refusedWithOff("fsync");
    }

    @Test
    void a_gateway_refuses_a_database_with_full_page_writes_off() throws SQLException {
        refusedWithOff("full_page_writes");
    }

    @Test
    void a_server_that_stops_answering_becomes_an_exception() {
        int[] backend = new int[1];
        assertThatThrownBy(() ->
                        database.transaction(dsl -> {
                            backend[0] = backend(dsl);
                            signal("STOP", backend[0]);
                            return dsl.fetch("SELECT 1");
                        }))
                .isInstanceOf(StoreUnavailableException.class)
                .isNotInstanceOf(OutcomeUnknownException.class);
        signal("CONT", backend[0]);
        assertThat(database.dsl().fetch("SELECT 1")).hasSize(1);
    }

    @Test
    void a_server_that_stops_during_the_commit_leaves_the_outcome_unknown() {
        UUID id = UUID.randomUUID();
        int[] backend = new int[1];
        assertThatThrownBy(() ->
                        database.transaction(dsl -> {
                            insert(dsl, id);
                            backend[0] = backend(dsl);
                            signal("STOP", backend[0]);
                            return id;
                        }))
                .isInstanceOf(OutcomeUnknownException.class);
        // The commit was on its way: here it happens after all.
        signal("CONT", backend[0]);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.dsl().fetchExists(TENANT, TENANT.TENANT_ID.eq(id)));
    }

    @Test
    void a_session_that_is_ended_before_the_commit_has_done_nothing() {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() ->
                        database.transaction(dsl -> {
                            insert(dsl, id);
                            signal("TERM", backend(dsl));
                            await().atMost(Duration.ofSeconds(30)).until(() -> !isAlive(dsl));
                            return id;
                        }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(database.dsl().fetchExists(TENANT, TENANT.TENANT_ID.eq(id))).isFalse();
    }

    @Test
    void a_statement_is_ended_at_its_timeout() {
        assertThatThrownBy(() -> database.dsl().fetch("SELECT pg_sleep(30)"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("57014");
    }

    private static DatabaseSettings settings() {
        return new DatabaseSettings(
                new DatabaseSettings.Embedded(folder.resolve("home"), 0, null),
                null,
                5,
                Duration.ofSeconds(20),
                Duration.ofSeconds(2));
    }

    private static void refusedWithOff(String name) throws SQLException {
        change("ALTER SYSTEM SET " + name + " = off", name, "off");
        try {
            assertThatThrownBy(
                            () -> Database.open(server.login(), settings(), InstantSource.system()))
                    .isInstanceOf(DatabaseRefusedException.class)
                    .hasMessageContaining(name + " off")
                    .hasMessageContaining("set " + name + " = on");
        } finally {
            change("ALTER SYSTEM RESET " + name, name, "on");
        }
    }

    private static void change(String sql, String name, String expected) throws SQLException {
        int port = Integer.parseInt(server.login().place().replaceFirst(".*:", ""));
        try (Connection connection = ServerRoles.connect(port, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("SELECT pg_reload_conf()");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        database.dsl()
                                .fetchSingle("SHOW " + name)
                                .get(0, String.class)
                                .equals(expected));
    }

    private static void insert(DSLContext dsl, UUID id) {
        dsl.insertInto(TENANT, TENANT.TENANT_ID, TENANT.NAME, TENANT.ENVIRONMENT)
                .values(id, "Example Ltd", "live")
                .execute();
    }

    private static int backend(DSLContext dsl) {
        return dsl.fetchSingle("SELECT pg_backend_pid()").get(0, Integer.class);
    }

    private static boolean isAlive(DSLContext dsl) {
        try {
            return dsl.fetch("SELECT 1").isNotEmpty();
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    private static void signal(String name, int pid) {
        try {
            Command.of(new ServerUser(null), "kill", "-" + name, Integer.toString(pid)).run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
