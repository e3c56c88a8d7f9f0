package io.inlet.persistence;

import io.inlet.intake.QuarantineReason;
import io.inlet.lease.LeaseId;
import io.inlet.seal.BrokenSealException;
import io.inlet.seal.ContentCodec;
import io.inlet.seal.Seal;
import io.inlet.sms.BindId;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Msisdn;
import io.inlet.sms.Octets;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of messages that have several versions. Any thread. */
final class VersionTable {
    /** What a message is locked by, and read from. */
    static final String COLUMNS =
            """
            SELECT m.message_id, m.version, m.tenant_id, m.lease_id, m.routing_tag, m.bind_id,
                m.received_at, m.completed_at, m.sent_at, m.status, m.quarantine_reason,
                m.segments_total, m.delivery_count, m.simulated, m.content_key_id, k.wrapped,
                m.sealed, n.msisdn
            FROM messages m
            JOIN content_key k ON k.content_key_id = m.content_key_id
            LEFT JOIN number n ON n.number_id = m.number_id
            """;

    // In the order of their ids, as by all who change several messages. The join leaves out what
    // was purged.
    private static final String READ =
            COLUMNS
                    + """
                    WHERE m.message_id = ANY (?)
                        AND m.message_id >= '%1$s' AND m.message_id < '%2$s'
                    ORDER BY m.message_id
                    """;
    private static final String LOCK =
            READ
                    + """
                    FOR NO KEY UPDATE OF m
                    """;
    private static final String OLDER =
            """
            SELECT v.version, v.content_key_id, k.wrapped, v.sealed
            FROM message_version v JOIN content_key k ON k.content_key_id = v.content_key_id
            WHERE v.message_id = ANY (?)
            """;
    private static final String KEEP =
            """
            INSERT INTO message_version
                (message_id, version, cause, content_key_id, replaced_at, sealed)
            SELECT message_id, version, ?, content_key_id, ?, sealed FROM messages
            WHERE message_id = ? AND version = ?
            """;
    private static final String REVISE =
            """
            UPDATE messages SET version = version + 1, status = ?, received_at = ?,
                completed_at = ?, sent_at = ?, segments_have = ?, delivery_count = ?,
                simulated = ?, sealed = ?
            WHERE message_id = ? AND version = ?
            """;

    private final ContentKeys keys;

    VersionTable(ContentKeys keys) {
        this.keys = keys;
    }

    /** Locks messages; those that are gone, or whose content is, are not among them. */
    Map<UUID, Former> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        return formers(connection, LOCK, ids);
    }

    /** The same without a lock, for who changes nothing. */
    Map<UUID, Former> read(Connection connection, Collection<UUID> ids) throws SQLException {
        return formers(connection, READ, ids);
    }

    private Map<UUID, Former> formers(Connection connection, String sql, Collection<UUID> ids)
            throws SQLException {
        Map<UUID, Former> found = new HashMap<>();
        try (Call call = new Call(connection, Days.bound(sql, ids));
                ResultSet rows = call.uuids(ids).rows()) {
            while (rows.next()) {
                Former former = former(rows);
                found.put(former.id().uuid(), former);
            }
        }
        return found;
    }

    /** Reads a row of {@link #COLUMNS}. */
    Former former(ResultSet row) throws SQLException {
        UUID lease = row.getObject(4, UUID.class);
        UUID key = Columns.uuid(row, 15);
        byte[] wrapped = row.getBytes(16);
        return new Former(
                new MessageId(Columns.uuid(row, 1)),
                row.getInt(2),
                new TenantId(Columns.uuid(row, 3)),
                lease == null ? null : new LeaseId(lease),
                row.getString(5),
                new BindId(Columns.uuid(row, 6)),
                new Message.Times(
                        Columns.instant(row, 7),
                        Columns.instant(row, 8),
                        Columns.optionalInstant(row, 9)),
                Codes.parse(MessageStatus.class, row.getString(10)),
                reason(row.getString(11)),
                row.getInt(12),
                row.getInt(13),
                row.getBoolean(14),
                () -> keys.open(key, wrapped),
                Octets.wrap(row.getBytes(17)),
                number(row.getString(18)));
    }

    private static @Nullable Msisdn number(@Nullable String digits) {
        return digits == null ? null : new Msisdn(digits);
    }

    private static @Nullable QuarantineReason reason(@Nullable String code) {
        return code == null ? null : Codes.parse(QuarantineReason.class, code);
    }

    /** All codes that a message had so far, but for those of versions that do not open any more. */
    Set<String> codes(Connection connection, Former former) throws SQLException {
        Set<String> codes = new HashSet<>();
        add(former.content().reading().code(), codes);
        if (former.version() == 1) {
            return codes;
        }
        UUID id = former.id().uuid();
        try (Call call = new Call(connection, OLDER);
                ResultSet rows = call.uuids(List.of(id)).rows()) {
            while (rows.next()) {
                add(older(rows, id), codes);
            }
        }
        return codes;
    }

    private @Nullable String older(ResultSet row, UUID id) throws SQLException {
        int version = row.getInt(1);
        UUID keyId = Columns.uuid(row, 2);
        byte[] wrapped = row.getBytes(3);
        Octets sealed = Octets.wrap(row.getBytes(4));
        try {
            byte[] plain = Seal.open(keys.open(keyId, wrapped), id, version, sealed);
            return ContentCodec.decodeContent(plain).reading().code();
        } catch (KeysRefusedException | BrokenSealException | IllegalArgumentException _) {
            return null;
        }
    }

    private static void add(@Nullable String code, Set<String> codes) {
        if (code != null) {
            codes.add(code);
        }
    }

    /** Keeps the versions that revisions take the place of. */
    static void keep(Connection connection, List<Revision> revisions, Instant now)
            throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            for (Revision revision : revisions) {
                keep.setString(1, Codes.of(revision.revised().cause()));
                keep.setObject(2, utc(now));
                named(keep, 3, revision);
                keep.addBatch();
            }
            expectOneEach(keep.executeBatch());
        }
    }

    /** Puts versions in the place of those before them, which are kept. */
    static void revise(Connection connection, List<Revision> revisions) throws SQLException {
        try (PreparedStatement revise = connection.prepareStatement(REVISE)) {
            for (Revision revision : revisions) {
                bind(revise, revision);
                revise.addBatch();
            }
            expectOneEach(revise.executeBatch());
        }
    }

    private static void expectOneEach(int[] touched) {
        for (int count : touched) {
            Rows.expect(1, count);
        }
    }

    private static void bind(PreparedStatement revise, Revision revision) throws SQLException {
        Message.Times times = revision.next().draft().times();
        Instant sentAt = times.sentAt();
        revise.setString(1, Codes.of(revision.status()));
        revise.setObject(2, utc(times.receivedAt()));
        revise.setObject(3, utc(times.completedAt()));
        revise.setObject(4, sentAt == null ? null : utc(sentAt));
        revise.setInt(5, revision.next().draft().segments().have());
        revise.setInt(6, revision.deliveries());
        revise.setBoolean(7, revision.simulated());
        revise.setBytes(8, revision.sealed().array());
        named(revise, 9, revision);
    }

    private static void named(PreparedStatement statement, int column, Revision revision)
            throws SQLException {
        statement.setObject(column, revision.former().id().uuid());
        statement.setInt(column + 1, revision.former().version());
    }

    private static OffsetDateTime utc(Instant at) {
        return PgTime.floor(at).atOffset(ZoneOffset.UTC);
    }
}
