package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.DELIVERY;
import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.MESSAGES;

import io.inlet.id.Uuid7;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The limit that the commit runs against: its rows, and nothing else. */
final class BareCopy {
    private static final int SEALED_OCTETS = 330;
    private static final CopyWriter.Target DELIVERIES =
            CopyWriter.Target.of(
                    DELIVERY.FINGERPRINT,
                    DELIVERY.MESSAGE_ID,
                    DELIVERY.SESSION_ID,
                    DELIVERY.ARRIVED_AT);
    private static final CopyWriter.Target ROWS =
            CopyWriter.Target.of(
                    MESSAGES.MESSAGE_ID,
                    MESSAGES.TENANT_ID,
                    MESSAGES.ENVIRONMENT,
                    MESSAGES.LEASE_ID,
                    MESSAGES.NUMBER_ID,
                    MESSAGES.BIND_ID,
                    MESSAGES.CONTENT_KEY_ID,
                    MESSAGES.STATUS,
                    MESSAGES.RECEIVED_AT,
                    MESSAGES.COMPLETED_AT,
                    MESSAGES.SEGMENTS_HAVE,
                    MESSAGES.SEGMENTS_TOTAL,
                    MESSAGES.SIMULATED,
                    MESSAGES.SEALED);
    private static final CopyWriter.Target EVENTS =
            CopyWriter.Target.of(
                    FEED.TENANT_ID,
                    FEED.DAY,
                    FEED.SEQUENCE,
                    FEED.EVENT_ID,
                    FEED.TYPE,
                    FEED.AT,
                    FEED.LEASE_ID,
                    FEED.MESSAGE_ID,
                    FEED.VERSION);

    private final Database database;
    private final UUID tenant = UUID.randomUUID();
    private final UUID lease = UUID.randomUUID();
    private final byte[] sealed = new byte[SEALED_OCTETS];
    private final AtomicLong sequence = new AtomicLong();

    BareCopy(Database database) {
        this.database = database;
        ThreadLocalRandom.current().nextBytes(sealed);
    }

    /** Writes so many messages in one transaction. */
    void write(int count) {
        try (Transaction transaction = new Transaction(database.dataSource())) {
            transaction.begin();
            deliveries(transaction.connection(), count);
            messages(transaction.connection(), count);
            events(transaction.connection(), count);
            transaction.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliveries(Connection connection, int count) throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        try (CopyWriter out = new CopyWriter(connection, DELIVERIES)) {
            for (int i = 0; i < count; i++) {
                out.row()
                        .uuid(new UUID(random.nextLong(), random.nextLong()))
                        .uuid(lease)
                        .uuid(lease)
                        .timestamptz(NOON);
            }
            out.end();
        }
    }

    private void messages(Connection connection, int count) throws SQLException {
        try (CopyWriter out = new CopyWriter(connection, ROWS)) {
            for (int i = 0; i < count; i++) {
                out.row()
                        .uuid(Uuid7.mint(NOON))
                        .uuid(tenant)
                        .text("live")
                        .uuid(lease)
                        .uuid(lease)
                        .uuid(lease)
                        .uuid(lease)
                        .text("received")
                        .timestamptz(NOON)
                        .timestamptz(NOON)
                        .smallint(1)
                        .smallint(1)
                        .bool(false)
                        .bytea(sealed);
            }
            out.end();
        }
    }

    private void events(Connection connection, int count) throws SQLException {
        try (CopyWriter out = new CopyWriter(connection, EVENTS)) {
            for (int i = 0; i < count; i++) {
                out.row()
                        .uuid(tenant)
                        .date(PgTime.utcDay(NOON))
                        .bigint(sequence.incrementAndGet())
                        .uuid(Uuid7.mint(NOON))
                        .text("code.received")
                        .timestamptz(NOON)
                        .uuid(lease)
                        .uuid(Uuid7.mint(NOON))
                        .integer(1);
            }
            out.end();
        }
    }
}
