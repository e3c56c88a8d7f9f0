package io.inlet.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh, migrated database on the one PostgreSQL of this JVM. Use it as
 *
 * <pre>{@code @RegisterExtension static final TestDatabase db = TestDatabase.create();}</pre>
 *
 * or close it yourself. Sets the JVM's time zone to one that is not UTC, since the driver gives it
 * to every session.
 */
public final class TestDatabase implements AutoCloseable, AfterAllCallback {
    private static final String TEMPLATE = "inlet_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final Database database;

    private TestDatabase(String name) {
        this.name = name;
        // What a template of a moment ago has need not be migrated again.
        this.database = Database.attach(login(), settings(), name, InstantSource.system());
    }

    /** What all databases of a JVM share; made by the first that asks. */
    private static final class Shared {
        static final TestServer SERVER;
        static final MasterKeys KEYS;

        static {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            SERVER = TestServer.start();
            execute("CREATE DATABASE " + TEMPLATE, SERVER);
            Database.open(SERVER.login(TEMPLATE), settings(), InstantSource.system()).close();
            KEYS = MasterKeys.create(keyFolder());
        }

        private static Path keyFolder() {
            try {
                return Files.createTempDirectory("inlet-keys");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A database of its own. */
    public static TestDatabase create() {
        String name = "test_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE, Shared.SERVER);
        return new TestDatabase(name);
    }

    /** An empty database, not migrated. */
    static DatabaseLogin createEmpty() {
        String name = "empty_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name, Shared.SERVER);
        return Shared.SERVER.login(name);
    }

    /**
     * Settings for a test; their place means nothing, the login has it. Patient: no test waits for
     * these times to be up, and a busy machine may take long.
     */
    public static DatabaseSettings settings() {
        return settings(new DatabaseSettings.Embedded(Path.of("unused"), 0, null), null);
    }

    /** The same, for a server that somebody else runs. */
    static DatabaseSettings externalSettings() {
        Path unused = Path.of("unused");
        return settings(
                null, new DatabaseSettings.External("unused", "unused", "unused", unused, null));
    }

    private static DatabaseSettings settings(
            DatabaseSettings.@Nullable Embedded embedded,
            DatabaseSettings.@Nullable External external) {
        return new DatabaseSettings(
                embedded, external, 10, Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    public Database database() {
        return database;
    }

    public MasterKeys keys() {
        return Shared.KEYS;
    }

    public DatabaseLogin login() {
        return Shared.SERVER.login(name);
    }

    /** Rows that tests need before their own. */
    public TestRows rows() {
        return new TestRows(database, keys());
    }

    @Override
    public void close() {
        database.close();
        execute("DROP DATABASE " + name + " WITH (FORCE)", Shared.SERVER);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private static void execute(String sql, TestServer server) {
        DatabaseLogin login = server.login("postgres");
        try (Connection connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
