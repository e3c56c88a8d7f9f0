package io.inlet.benchmarks;

import io.inlet.lease.LeaseId;
import io.inlet.persistence.ContentKeys;
import io.inlet.persistence.Database;
import io.inlet.persistence.DatabaseLogin;
import io.inlet.persistence.MasterKeys;
import io.inlet.persistence.PostgresMessageReader;
import io.inlet.simulator.run.LoadText;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Which messages of a load a database holds: each is opened and its text read. For one thread. */
final class StoredMessages {
    private static final int AT_ONCE = 1_000;
    private static final int FETCHED = 10_000;
    private static final String LEASED =
            "SELECT tenant_id, lease_id, message_id FROM messages WHERE lease_id IS NOT NULL";

    private final BitSet indexes = new BitSet();
    private long twice;
    private long unreadable;

    private StoredMessages() {}

    /**
     * What the tables hold.
     *
     * @param messages rows of messages
     * @param nobodys those among them that are in quarantine
     * @param deliveries rows of delivery
     * @param announced events of messages that have a lessee
     * @param sealedOctets content in a row, on average
     */
    record Rows(
            long messages, long nobodys, long deliveries, long announced, double sealedOctets) {}

    /** Counts, in the database itself. */
    static Rows count(DatabaseLogin login) throws SQLException {
        String sql =
                """
                SELECT count(*), count(*) FILTER (WHERE lease_id IS NULL),
                    (SELECT count(*) FROM delivery),
                    (SELECT count(*) FROM feed
                        WHERE message_id IS NOT NULL AND lease_id IS NOT NULL),
                    avg(length(sealed))
                FROM messages
                """;
        try (Connection connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new Rows(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getDouble(5));
        }
    }

    /** Reads all, with the keys of the stage's gateway: page by page, however many they are. */
    static StoredMessages read(Stage stage) throws SQLException {
        StoredMessages stored = new StoredMessages();
        try (Database database =
                        Database.open(
                                stage.login(), stage.databaseSettings(), InstantSource.system());
                PostgresMessageReader reader =
                        new PostgresMessageReader(
                                database,
                                new ContentKeys(database, MasterKeys.open(stage.keys())));
                Connection connection = database.dataSource().getConnection()) {
            stored.readAll(reader, connection);
        }
        return stored;
    }

    /** A lease and whose it is. */
    private record Lessee(TenantId tenant, LeaseId lease) {}

    // A cursor: no statement lasts longer than a page, and no page is larger than memory.
    private void readAll(PostgresMessageReader reader, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Map<Lessee, List<MessageId>> pages = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery(LEASED)) {
                while (rows.next()) {
                    Lessee lessee =
                            new Lessee(new TenantId(uuid(rows, 1)), new LeaseId(uuid(rows, 2)));
                    List<MessageId> page =
                            pages.computeIfAbsent(lessee, key -> new ArrayList<>(AT_ONCE));
                    page.add(new MessageId(uuid(rows, 3)));
                    if (page.size() == AT_ONCE) {
                        read(reader, lessee, page);
                        page.clear();
                    }
                }
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
        pages.forEach((lessee, page) -> read(reader, lessee, page));
    }

    private static UUID uuid(ResultSet rows, int column) throws SQLException {
        return Objects.requireNonNull(rows.getObject(column, UUID.class));
    }

    private void read(PostgresMessageReader reader, Lessee lessee, List<MessageId> page) {
        List<Message> messages = reader.read(lessee.tenant(), lessee.lease(), page);
        unreadable += page.size() - messages.size();
        for (Message message : messages) {
            LoadText text = LoadText.parse(message.content().text());
            if (text == null || !text.code().equals(message.content().reading().code())) {
                unreadable++;
            } else if (indexes.get(Math.toIntExact(text.index()))) {
                twice++;
            } else {
                indexes.set(Math.toIntExact(text.index()));
            }
        }
    }

    /** The messages that are there and say what they should. */
    BitSet indexes() {
        return indexes;
    }

    /** How many rows repeat a message. */
    long twice() {
        return twice;
    }

    /** How many rows cannot be opened, or say something else than was sent. */
    long unreadable() {
        return unreadable;
    }
}
