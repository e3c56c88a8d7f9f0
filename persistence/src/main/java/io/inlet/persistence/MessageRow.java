package io.inlet.persistence;

import io.inlet.lease.LeaseId;
import io.inlet.seal.ContentCodec;
import io.inlet.seal.Seal;
import io.inlet.sms.Content;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Msisdn;
import io.inlet.sms.Octets;
import io.inlet.sms.ReceivedPart;
import io.inlet.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message of a lease as it stands in the database: its content is sealed. */
record MessageRow(
        MessageId id,
        TenantId tenant,
        LeaseId lease,
        Msisdn number,
        @Nullable String routingTag,
        Message.Times times,
        MessageStatus status,
        int parts,
        int deliveryCount,
        int version,
        boolean simulated,
        Sealed content) {

    // The join with the key's row leaves out what was purged, even if the key is remembered. The
    // bounds stand in the SQL itself, so that planning leaves the other days' partitions out.
    static final String SELECT =
            """
            SELECT m.message_id, m.tenant_id, m.lease_id, n.msisdn, m.routing_tag,
                m.received_at, m.completed_at, m.sent_at, m.status,
                m.segments_total, m.delivery_count, m.version, m.simulated,
                m.content_key_id, k.wrapped, m.sealed
            FROM messages m
            JOIN number n ON n.number_id = m.number_id
            JOIN content_key k ON k.content_key_id = m.content_key_id
            WHERE m.message_id = ANY (?)
                AND m.message_id >= '%1$s' AND m.message_id < '%2$s'
                AND m.lease_id IS NOT NULL
            """;

    /** Octets, and the key that they are sealed under. */
    record Sealed(UUID keyId, Octets wrappedKey, Octets octets) {}

    /** Reads a row of {@link #SELECT}. */
    static MessageRow read(ResultSet row) throws SQLException {
        return new MessageRow(
                new MessageId(Columns.uuid(row, 1)),
                new TenantId(Columns.uuid(row, 2)),
                new LeaseId(Columns.uuid(row, 3)),
                new Msisdn(row.getString(4)),
                row.getString(5),
                new Message.Times(
                        Columns.instant(row, 6),
                        Columns.instant(row, 7),
                        Columns.optionalInstant(row, 8)),
                Codes.parse(MessageStatus.class, row.getString(9)),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                row.getBoolean(13),
                new Sealed(
                        Columns.uuid(row, 14),
                        Octets.wrap(row.getBytes(15)),
                        Octets.wrap(row.getBytes(16))));
    }

    /** The message as it was in an earlier version. */
    MessageRow older(int then, Sealed what) {
        return new MessageRow(
                id,
                tenant,
                lease,
                number,
                routingTag,
                times,
                status,
                parts,
                deliveryCount,
                then,
                simulated,
                what);
    }

    /** The message with its content open. */
    Message open(ContentKeys keys) {
        Content opened = content(keys);
        return new Message(
                id,
                lease,
                number,
                routingTag,
                opened,
                times(opened.parts()),
                status,
                Message.Segments.of(parts, opened.parts()),
                deliveryCount,
                version,
                simulated);
    }

    // The row tells of the latest version: an earlier one may have had fewer parts.
    private Message.Times times(List<ReceivedPart> received) {
        return received.stream()
                .map(ReceivedPart::arrivedAt)
                .max(Comparator.naturalOrder())
                .map(last -> new Message.Times(times.receivedAt(), last, times.sentAt()))
                .orElse(times);
    }

    private Content content(ContentKeys keys) {
        return ContentCodec.decodeContent(
                Seal.open(
                        keys.open(content.keyId(), content.wrappedKey().array()),
                        id.uuid(),
                        version,
                        content.octets()));
    }
}
