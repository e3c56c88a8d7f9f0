package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.MESSAGES;

import io.inlet.intake.Owner;
import io.inlet.number.NumberId;
import io.inlet.sms.Message;
import io.inlet.tenant.Environment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The rows of messages, as the commit writes them. Stateless; any thread. */
final class MessageTable {
    private static final CopyWriter.Target COLUMNS =
            CopyWriter.Target.of(
                    MESSAGES.MESSAGE_ID,
                    MESSAGES.TENANT_ID,
                    MESSAGES.ENVIRONMENT,
                    MESSAGES.LEASE_ID,
                    MESSAGES.NUMBER_ID,
                    MESSAGES.BIND_ID,
                    MESSAGES.CONTENT_KEY_ID,
                    MESSAGES.STATUS,
                    MESSAGES.QUARANTINE_REASON,
                    MESSAGES.ROUTING_TAG,
                    MESSAGES.RECEIVED_AT,
                    MESSAGES.COMPLETED_AT,
                    MESSAGES.SENT_AT,
                    MESSAGES.SEGMENTS_HAVE,
                    MESSAGES.SEGMENTS_TOTAL,
                    MESSAGES.DELIVERY_COUNT,
                    MESSAGES.SIMULATED,
                    MESSAGES.SEALED);

    // The days stand in the SQL itself, so that planning leaves the other days' partitions out,
    // which it does not do for an array.
    private static final String WITHDRAW =
            """
            DELETE FROM messages
            WHERE message_id = ANY (?) AND message_id >= '%1$s' AND message_id < '%2$s'
            """;
    // Locked in the order of their ids, as by all who change several messages.
    private static final String RECOUNT =
            """
            UPDATE messages m SET delivery_count = c.copies
            FROM (
                SELECT l.message_id, b.copies
                FROM unnest(?::uuid[], ?::integer[]) AS b (message_id, copies)
                JOIN messages l ON l.message_id = b.message_id
                WHERE l.message_id >= '%1$s' AND l.message_id < '%2$s'
                ORDER BY l.message_id
                FOR NO KEY UPDATE OF l) AS c
            WHERE m.message_id = c.message_id AND m.delivery_count < c.copies
                AND m.message_id >= '%1$s' AND m.message_id < '%2$s'
            """;

    private MessageTable() {}

    static void insert(Connection connection, List<Birth> births) throws SQLException {
        if (births.isEmpty()) {
            return;
        }
        try (CopyWriter out = new CopyWriter(connection, COLUMNS)) {
            for (Birth birth : births) {
                write(out.row(), birth);
            }
            out.end();
        }
    }

    private static void write(BinaryFields row, Birth birth) {
        Newborn newborn = birth.newborn();
        Message.Times times = newborn.draft().times();
        row.uuid(birth.id());
        switch (birth.owner()) {
            case Owner.Lessee lessee -> write(row, newborn, lessee, birth.status());
            case Owner.Nobody nobody -> write(row, newborn, nobody);
        }
        row.timestamptz(times.receivedAt())
                .timestamptz(times.completedAt())
                .timestamptz(times.sentAt())
                .smallint(newborn.draft().segments().have())
                .smallint(newborn.draft().segments().total())
                .integer(newborn.deliveries())
                .bool(newborn.simulated())
                .bytea(birth.sealed().array());
    }

    private static void write(
            BinaryFields row, Newborn newborn, Owner.Lessee lessee, Enum<?> status) {
        row.uuid(lessee.tenant().uuid())
                .text(Codes.of(lessee.environment()))
                .uuid(lessee.lease().uuid())
                .uuid(lessee.number().uuid())
                .uuid(newborn.bind().uuid())
                .uuid(lessee.key().id())
                .text(Codes.of(status))
                .text(null)
                .text(lessee.routingTag());
    }

    private static void write(BinaryFields row, Newborn newborn, Owner.Nobody nobody) {
        NumberId number = nobody.number();
        row.uuid(nobody.tenant().uuid())
                .text(Codes.of(newborn.simulated() ? Environment.SANDBOX : Environment.LIVE))
                .uuid(null)
                .uuid(number == null ? null : number.uuid())
                .uuid(newborn.bind().uuid())
                .uuid(nobody.key().id())
                .text("quarantined")
                .text(Codes.of(nobody.reason()))
                .text(null);
    }

    /** Takes back rows of this transaction, to insert them with other owners. */
    static void withdraw(Connection connection, List<Birth> births) throws SQLException {
        List<UUID> ids = Lists.map(births, Birth::id);
        String sql = Days.bound(WITHDRAW, ids);
        try (Call call = new Call(connection, sql)) {
            int touched = call.uuids(ids).update();
            Rows.expect(ids.size(), touched);
        }
    }

    /**
     * Notes how often messages were delivered by now. One that is not there is left out: a part was
     * redelivered whose message is not complete, or that message is gone already.
     */
    static void recount(Connection connection, Collection<Deliveries.Redelivery> redeliveries)
            throws SQLException {
        if (redeliveries.isEmpty()) {
            return;
        }
        SortedMap<UUID, Integer> copies = new TreeMap<>(UuidOrder.ASCENDING);
        redeliveries.forEach(r -> copies.merge(r.first().uuid(), r.copies(), Math::max));
        String sql = Days.bound(RECOUNT, copies.keySet());
        try (Call call = new Call(connection, sql)) {
            call.uuids(copies.keySet()).integers(copies.values()).update();
        }
    }
}
