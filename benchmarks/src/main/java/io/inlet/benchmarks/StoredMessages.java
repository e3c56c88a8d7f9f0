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
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Which messages of a load a database holds: each is opened and its text read. For one thread. */
final class StoredMessages {
    private static final int AT_ONCE = 1_000;

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

    /** Reads all, with the keys of the stage's gateway. */
    static StoredMessages read(Stage stage) throws SQLException {
        StoredMessages stored = new StoredMessages();
        try (Database database =
                        Database.open(
                                stage.login(), stage.databaseSettings(), InstantSource.system());
                PostgresMessageReader reader =
                        new PostgresMessageReader(
                                database,
                                new ContentKeys(database, MasterKeys.open(stage.keys())))) {
            for (Share share : shares(database)) {
                stored.read(reader, share);
            }
        }
        return stored;
    }

    /** Some messages of one lease. */
    private record Share(UUID tenant, UUID lease, List<MessageId> messages) {}

    private static List<Share> shares(Database database) throws SQLException {
        String sql =
                "SELECT tenant_id, lease_id, message_id FROM messages"
                        + " WHERE lease_id IS NOT NULL ORDER BY lease_id, message_id";
        List<Share> shares = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                UUID lease = uuid(rows, 2);
                if (shares.isEmpty()
                        || !shares.getLast().lease().equals(lease)
                        || shares.getLast().messages().size() == AT_ONCE) {
                    shares.add(new Share(uuid(rows, 1), lease, new ArrayList<>()));
                }
                shares.getLast().messages().add(new MessageId(uuid(rows, 3)));
            }
        }
        return shares;
    }

    private static UUID uuid(ResultSet rows, int column) throws SQLException {
        return Objects.requireNonNull(rows.getObject(column, UUID.class));
    }

    private void read(PostgresMessageReader reader, Share share) {
        List<Message> messages =
                reader.read(
                        new TenantId(share.tenant()), new LeaseId(share.lease()), share.messages());
        unreadable += share.messages().size() - messages.size();
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
