package io.inlet.persistence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.tenant.Environment;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server with real processes; the tests share one home and follow each other. */
@Timeout(120)
class EmbeddedServerTest {
    @TempDir static Path folder;

    private static Path home;

    static DatabaseSettings settings(Path home, int port) {
        return new DatabaseSettings(
                new DatabaseSettings.Embedded(home, port, null),
                null,
                10,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20));
    }

    @BeforeAll
    static void openFolder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = folder.resolve("it's a home");
    }

    @AfterAll
    static void nothingRuns() throws IOException {
        assertThat(Postmaster.of(data())).isNull();
    }

    @Test
    void it_is_durable_on_loopback_and_runs_without_privileges() throws IOException {
        try (EmbeddedServer server = start();
                Database database = open(server)) {
            for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                assertThat(setting(database, name)).isEqualTo("on");
            }
            assertThat(setting(database, "data_checksums")).isEqualTo("on");
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(database, "is_superuser")).isEqualTo("off");
            Path process = Path.of("/proc", Long.toString(postmaster().pid()));
            assertThat(Files.getAttribute(process, "unix:uid")).isNotEqualTo(0);
            assertThat(session(postmaster().pid())).isEqualTo(postmaster().pid());
        }
        for (String secret : List.of("password", "role-password")) {
            assertThat(Files.getPosixFilePermissions(home.resolve(secret)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void the_gateway_does_not_know_the_password_of_the_superuser() throws IOException {
        try (EmbeddedServer server = start()) {
            DatabaseLogin login = server.login();
            assertThat(login.password()).isEqualTo(Files.readString(home.resolve("role-password")));
            assertThatThrownBy(() ->
                            DriverManager.getConnection(login.url(), "postgres", login.password()))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void a_server_whose_role_had_the_password_of_the_superuser_gives_it_one_of_its_own()
            throws Exception {
        String shared;
        try (EmbeddedServer server = start();
                Connection connection = superuser(server);
                Statement statement = connection.createStatement()) {
            shared = Files.readString(superuserPassword());
            statement.execute("ALTER ROLE inlet PASSWORD '" + shared + "'");
        }
        Files.delete(home.resolve("role-password"));
        try (EmbeddedServer server = start();
                Database database = open(server)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(server.login().url(), "inlet", shared))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (EmbeddedServer server = start()) {
            for (String user : List.of("inlet", "postgres")) {
                assertThatThrownBy(() ->
                                DriverManager.getConnection(server.login().url(), user, "wrong"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            }
        }
    }

    @Test
    void it_keeps_its_data_and_its_port() {
        Tenant tenant;
        String url;
        try (EmbeddedServer server = start();
                Database database = open(server)) {
            url = server.login().url();
            tenant =
                    tenants(database)
                            .createTenant(new LegalEntity("Kept Ltd", "GB"), Environment.LIVE);
        }
        try (EmbeddedServer server = start();
                Database database = open(server)) {
            assertThat(server.login().url()).isEqualTo(url);
            assertThat(tenants(database).tenants()).contains(tenant);
        }
    }

    @Test
    void it_recovers_after_a_kill_9_of_the_database() throws IOException {
        Tenant tenant;
        try (EmbeddedServer server = start();
                Database database = open(server)) {
            tenant =
                    tenants(database)
                            .createTenant(new LegalEntity("Crashed Ltd", "GB"), Environment.LIVE);
            kill(postmaster().pid());
        }
        List<String> steps = new ArrayList<>();
        try (EmbeddedServer server = EmbeddedServer.start(settings(home, 0), steps::add);
                Database database = open(server)) {
            assertThat(tenants(database).tenants()).contains(tenant);
        }
        assertThat(steps).contains("starting the database");
    }

    @Test
    void it_is_taken_over_after_a_kill_9_of_the_gateway() throws Exception {
        Process gateway = EmbeddedServerProcess.start(home);
        long pid = postmaster().pid();
        gateway.destroyForcibly().waitFor();
        List<String> steps = new ArrayList<>();
        try (EmbeddedServer server = EmbeddedServer.start(settings(home, 0), steps::add);
                Database database = open(server)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(postmaster().pid()).isEqualTo(pid);
        }
        assertThat(steps).contains("taking over the database that still runs");
        assertThat(Postmaster.of(data())).isNull();
    }

    @Test
    void it_recovers_after_a_kill_9_of_gateway_and_database() throws Exception {
        Process gateway = EmbeddedServerProcess.start(home);
        long pid = postmaster().pid();
        gateway.destroyForcibly().waitFor();
        kill(pid);
        try (EmbeddedServer server = start();
                Database database = open(server)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(postmaster().pid()).isNotEqualTo(pid);
        }
    }

    @Test
    void a_number_that_another_server_took_does_not_hold_it_up() throws IOException {
        Path other = folder.resolve("other");
        try (EmbeddedServer others = EmbeddedServer.start(settings(other, 0), step -> {})) {
            assertThat(others.login().place()).startsWith("127.0.0.1:");
            Path pidFile = Path.of("data", "postmaster.pid");
            start().close();
            Files.copy(other.resolve(pidFile), home.resolve(pidFile));
            assertThat(Postmaster.of(data())).isNull();
            List<String> steps = new ArrayList<>();
            try (EmbeddedServer server = EmbeddedServer.start(settings(home, 0), steps::add);
                    Database database = open(server)) {
                assertThat(setting(database, "fsync")).isEqualTo("on");
            }
            assertThat(steps).containsExactly("starting the database");
            assertThat(Postmaster.of(other.resolve("data"))).isNotNull();
        }
    }

    @Test
    void a_full_disk_is_named_with_its_folder() throws IOException {
        start().close();
        Path port = home.resolve("port");
        Path away = home.resolve("port.away");
        Files.move(port, away);
        Files.createSymbolicLink(port, Path.of("/dev/full"));
        try {
            assertRefused(
                    home,
                    ServerPort.free(),
                    "the disk of " + home + " is full: free some space and start again");
            assertThat(Postmaster.of(data())).as("nothing runs").isNull();
        } finally {
            Files.delete(port);
            Files.move(away, port);
        }
    }

    @Test
    void a_second_gateway_is_refused() {
        try (EmbeddedServer server = start()) {
            assertThat(server.login().user()).isEqualTo("inlet");
            assertRefused(home, 0, "another gateway");
        }
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        start().close();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertRefused(home, port, "port " + port);
        }
    }

    @Test
    void data_of_another_version_is_refused() throws IOException {
        start().close();
        Path version = data().resolve("PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "15\n");
        try {
            assertRefused(home, 0, "PostgreSQL 15");
        } finally {
            Files.writeString(version, ours);
        }
    }

    @Test
    void a_lost_password_is_refused() throws IOException {
        start().close();
        Path password = superuserPassword();
        Path away = home.resolve("away");
        Files.move(password, away);
        try {
            assertRefused(home, 0, "is missing");
        } finally {
            Files.move(away, password);
        }
    }

    private static EmbeddedServer start() {
        return EmbeddedServer.start(settings(home, 0), step -> {});
    }

    private static void assertRefused(Path home, int port, String reason) {
        assertThatThrownBy(() -> EmbeddedServer.start(settings(home, port), step -> {}).close())
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining(reason);
    }

    private static Database open(EmbeddedServer server) {
        return Database.open(server.login(), settings(home, 0), InstantSource.system());
    }

    private static PostgresTenants tenants(Database database) {
        return new PostgresTenants(database, InstantSource.system());
    }

    private static Connection superuser(EmbeddedServer server) throws IOException, SQLException {
        int port = Integer.parseInt(server.login().place().replaceFirst(".*:", ""));
        return ServerRoles.connect(port, Files.readString(superuserPassword()));
    }

    private static Path superuserPassword() {
        return home.resolve("password");
    }

    private static Path data() {
        return home.resolve("data");
    }

    private static Postmaster postmaster() throws IOException {
        return requireNonNull(Postmaster.of(data()));
    }

    private static String setting(Database database, String name) {
        return database.dsl().fetchSingle("SHOW " + name).get(0, String.class);
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> Postmaster.of(data()) == null);
    }

    // The sixth field of stat: the session that a signal to the gateway's would not reach.
    private static long session(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return Long.parseLong(stat.split(" ", -1)[5]);
    }
}
