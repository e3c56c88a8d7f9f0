package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.SEGMENT;

import io.inlet.intake.PartContent;
import io.inlet.seal.ContentCodec;
import io.inlet.seal.ContentKey;
import io.inlet.seal.Seal;
import io.inlet.sms.BindId;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Segment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The rows of long messages in the making, and of their parts. Any thread. */
final class ReassemblyTable {
    /** A waiting part's row is bound to its fingerprint, and is never revised. */
    private static final int PART_VERSION = 0;

    private static final String LOCK =
            """
            INSERT INTO reassembly
                (reassembly_id, message_id, total, first_arrival, due_at, joins_until)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::integer[],
                ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
            ON CONFLICT (reassembly_id) DO UPDATE SET total = reassembly.total
            RETURNING reassembly_id, message_id, first_arrival, told, due_at, joins_until
            """;
    private static final String PARTS =
            """
            SELECT s.reassembly_id, s.part, r.total, s.fingerprint, s.arrived_at, s.sent_at,
                s.simulated, s.bind_id
            FROM segment s JOIN reassembly r ON r.reassembly_id = s.reassembly_id
            WHERE s.reassembly_id = ANY (?)
            ORDER BY s.reassembly_id, s.part
            """;
    private static final String CONTENT =
            """
            SELECT s.fingerprint, s.sealed, s.content_key_id, k.wrapped, d.copies
            FROM segment s
            JOIN content_key k ON k.content_key_id = s.content_key_id
            LEFT JOIN delivery d ON d.fingerprint = s.fingerprint
            WHERE s.reassembly_id = ANY (?)
            """;
    private static final String FORGET_PARTS = "DELETE FROM segment WHERE reassembly_id = ANY (?)";
    private static final String FORGET = "DELETE FROM reassembly WHERE reassembly_id = ANY (?)";
    private static final String RESTART =
            """
            UPDATE reassembly r SET message_id = c.message_id, first_arrival = c.first_arrival,
                told = false, due_at = c.due_at, joins_until = c.joins_until
            FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
                AS c (reassembly_id, message_id, first_arrival, due_at, joins_until)
            WHERE r.reassembly_id = c.reassembly_id
            """;
    private static final String DUE_ANEW =
            """
            UPDATE reassembly r SET due_at = c.due_at
            FROM unnest(?::uuid[], ?::timestamptz[]) AS c (reassembly_id, due_at)
            WHERE r.reassembly_id = c.reassembly_id
            """;
    private static final CopyWriter.Target SEGMENTS =
            CopyWriter.Target.of(
                    SEGMENT.REASSEMBLY_ID,
                    SEGMENT.PART,
                    SEGMENT.ARRIVED_AT,
                    SEGMENT.SENT_AT,
                    SEGMENT.FINGERPRINT,
                    SEGMENT.BIND_ID,
                    SEGMENT.SIMULATED,
                    SEGMENT.CONTENT_KEY_ID,
                    SEGMENT.SEALED);

    private final ContentKeys keys;
    private final Patience patience;

    ReassemblyTable(ContentKeys keys, Patience patience) {
        this.keys = keys;
        this.patience = patience;
    }

    /**
     * What a waiting part says.
     *
     * @param part its content
     * @param copies how often it was delivered
     */
    record Content(PartContent part, int copies) {}

    /**
     * Locks the rows of long messages, made where there are none.
     *
     * @param firsts the first part of each in the batch, in the order of their keys
     */
    Map<UUID, Reassembly> lock(Connection connection, Collection<ArrivedPart> firsts)
            throws SQLException {
        Map<UUID, ArrivedPart> byKey = new HashMap<>();
        firsts.forEach(part -> byKey.put(part.submission().reassembly(), part));
        Map<UUID, Reassembly> locked = new HashMap<>();
        List<ArrivedPart> ordered = List.copyOf(firsts);
        List<Reassembly.Row> made = Lists.map(ordered, p -> Reassembly.Row.of(p, patience));
        try (Call call = new Call(connection, LOCK);
                ResultSet rows =
                        call.uuids(Lists.map(ordered, p -> p.submission().reassembly()))
                                .uuids(Lists.map(made, row -> row.id().uuid()))
                                .integers(Lists.map(ordered, p -> KeptPart.of(p).total()))
                                .instants(Lists.map(made, Reassembly.Row::begun))
                                .instants(Lists.map(made, ReassemblyTable::dueAt))
                                .instants(Lists.map(made, Reassembly.Row::joinsUntil))
                                .rows()) {
            while (rows.next()) {
                UUID key = Columns.uuid(rows, 1);
                ArrivedPart first = Objects.requireNonNull(byKey.get(key));
                locked.put(key, new Reassembly(first, row(rows), patience));
            }
        }
        return locked;
    }

    private static Reassembly.Row row(ResultSet row) throws SQLException {
        return new Reassembly.Row(
                new MessageId(Columns.uuid(row, 2)),
                Columns.instant(row, 3),
                row.getBoolean(4),
                Columns.optionalInstant(row, 5),
                Columns.instant(row, 6));
    }

    // Only what was told has none, and is not written here.
    private static Instant dueAt(Reassembly.Row row) {
        return Objects.requireNonNull(row.dueAt());
    }

    /** Adds the parts that earlier batches left. Theirs is a later statement than the lock. */
    void addKept(Connection connection, Map<UUID, Reassembly> found) throws SQLException {
        kept(connection, found.keySet())
                .forEach((key, parts) ->
                        parts.forEach(Objects.requireNonNull(found.get(key))::addKept));
    }

    /** The parts of long messages in the database, without their content. */
    Map<UUID, List<KeptPart>> kept(Connection connection, Collection<UUID> reassemblies)
            throws SQLException {
        Map<UUID, List<KeptPart>> kept = new HashMap<>();
        try (Call call = new Call(connection, PARTS);
                ResultSet rows = call.uuids(reassemblies).rows()) {
            while (rows.next()) {
                var part =
                        new KeptPart(
                                rows.getInt(2),
                                rows.getInt(3),
                                Columns.uuid(rows, 4),
                                Columns.instant(rows, 5),
                                Columns.optionalInstant(rows, 6),
                                rows.getBoolean(7),
                                new BindId(Columns.uuid(rows, 8)),
                                null);
                kept.computeIfAbsent(Columns.uuid(rows, 1), _ -> new ArrayList<>()).add(part);
            }
        }
        return kept;
    }

    /** What the waiting parts say, by fingerprint; without those whose content was purged. */
    Map<UUID, Content> contents(Connection connection, List<UUID> reassemblies)
            throws SQLException {
        Map<UUID, Content> contents = new HashMap<>();
        try (Call call = new Call(connection, CONTENT);
                ResultSet rows = call.uuids(reassemblies).rows()) {
            while (rows.next()) {
                UUID fingerprint = Columns.uuid(rows, 1);
                ContentKey key = keys.open(Columns.uuid(rows, 3), rows.getBytes(4));
                Octets sealed = Octets.wrap(rows.getBytes(2));
                byte[] plain = Seal.open(key, fingerprint, PART_VERSION, sealed);
                contents.put(
                        fingerprint,
                        new Content(ContentCodec.decodePart(plain), Math.max(1, rows.getInt(5))));
            }
        }
        return contents;
    }

    /** Deletes the parts of long messages. */
    void forgetParts(Connection connection, List<UUID> reassemblies) throws SQLException {
        try (Call call = new Call(connection, FORGET_PARTS)) {
            call.uuids(reassemblies).update();
        }
    }

    /** Deletes the rows of long messages that are over. */
    void forget(Connection connection, List<UUID> reassemblies) throws SQLException {
        try (Call call = new Call(connection, FORGET)) {
            Rows.expect(reassemblies.size(), call.uuids(reassemblies).update());
        }
    }

    /** Gives the rows of long messages to the next ones under the same key. */
    void restart(Connection connection, List<Reassembly> begun) throws SQLException {
        try (Call call = new Call(connection, RESTART)) {
            int touched =
                    call.uuids(Lists.map(begun, Reassembly::key))
                            .uuids(Lists.map(begun, reassembly -> reassembly.id().uuid()))
                            .instants(Lists.map(begun, r -> r.row().begun()))
                            .instants(Lists.map(begun, r -> dueAt(r.row())))
                            .instants(Lists.map(begun, r -> r.row().joinsUntil()))
                            .update();
            Rows.expect(begun.size(), touched);
        }
    }

    /** Notes when what joined messages that were told is to be told. */
    void dueAnew(Connection connection, List<Reassembly> late) throws SQLException {
        try (Call call = new Call(connection, DUE_ANEW)) {
            int touched =
                    call.uuids(Lists.map(late, Reassembly::key))
                            .instants(Lists.map(late, r -> dueAt(r.row())))
                            .update();
            Rows.expect(late.size(), touched);
        }
    }

    /** Keeps parts that have to wait, each sealed under its own owner's key. */
    void keep(Connection connection, List<ArrivedPart> waiting) throws SQLException {
        try (CopyWriter out = new CopyWriter(connection, SEGMENTS)) {
            for (ArrivedPart part : waiting) {
                KeptPart kept = KeptPart.of(part);
                ContentKey key = part.owner().key();
                out.row()
                        .uuid(part.submission().reassembly())
                        .smallint(kept.number())
                        .timestamptz(kept.arrivedAt())
                        .timestamptz(kept.sentAt())
                        .uuid(kept.fingerprint())
                        .uuid(kept.bind().uuid())
                        .bool(kept.simulated())
                        .uuid(key.id())
                        .bytea(sealed(part.submission().arrival(), kept, key));
            }
            out.end();
        }
    }

    private static byte[] sealed(Segment segment, KeptPart part, ContentKey key) {
        byte[] plain = ContentCodec.encode(PartContent.of(segment));
        return Seal.seal(key, part.fingerprint(), PART_VERSION, plain).array();
    }
}
