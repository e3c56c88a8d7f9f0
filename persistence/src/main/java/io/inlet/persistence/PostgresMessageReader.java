package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONTENT_KEY;
import static io.inlet.persistence.jooq.Tables.MESSAGES;
import static io.inlet.persistence.jooq.Tables.NUMBER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;

import io.inlet.lease.LeaseId;
import io.inlet.seal.ContentCodec;
import io.inlet.seal.Seal;
import io.inlet.sms.Content;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageReader;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Msisdn;
import io.inlet.sms.Octets;
import io.inlet.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Record;

/**
 * Reads and opens messages. Any thread may call it, and reading blocks on the database; a thread of
 * its own notes what was read, until {@link #close}.
 */
public final class PostgresMessageReader implements MessageReader, AutoCloseable {
    private final Database database;
    private final ContentKeys keys;
    private final DeliveredMarks marks;

    public PostgresMessageReader(Database database, ContentKeys keys) {
        this.database = database;
        this.keys = keys;
        this.marks = new DeliveredMarks(database);
    }

    // The join with the key's row leaves out what was purged, even if the key is remembered. The
    // bounds stand in the SQL itself, so that planning leaves the other days' partitions out.
    @Override
    public List<Message> read(TenantId tenant, LeaseId lease, List<MessageId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<UUID> uuids = Lists.map(ids, MessageId::uuid);
        Map<UUID, Message> found =
                database.dsl()
                        .select(MESSAGES.fields())
                        .select(NUMBER.MSISDN, CONTENT_KEY.WRAPPED)
                        .from(MESSAGES)
                        .join(NUMBER)
                        .on(NUMBER.NUMBER_ID.eq(MESSAGES.NUMBER_ID))
                        .join(CONTENT_KEY)
                        .on(CONTENT_KEY.CONTENT_KEY_ID.eq(MESSAGES.CONTENT_KEY_ID))
                        .where(MESSAGES.MESSAGE_ID.eq(any(uuids.toArray(UUID[]::new))))
                        .and(MESSAGES.MESSAGE_ID.ge(inline(Days.start(uuids))))
                        .and(MESSAGES.MESSAGE_ID.lt(inline(Days.end(uuids))))
                        .and(MESSAGES.TENANT_ID.eq(tenant.uuid()))
                        .and(MESSAGES.LEASE_ID.eq(lease.uuid()))
                        .fetchMap(MESSAGES.MESSAGE_ID, this::message);
        return uuids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private Message message(Record row) {
        return new Message(
                new MessageId(row.get(MESSAGES.MESSAGE_ID)),
                new LeaseId(row.get(MESSAGES.LEASE_ID)),
                new Msisdn(row.get(NUMBER.MSISDN)),
                row.get(MESSAGES.ROUTING_TAG),
                content(row),
                new Message.Times(
                        row.get(MESSAGES.RECEIVED_AT),
                        row.get(MESSAGES.COMPLETED_AT),
                        row.get(MESSAGES.SENT_AT)),
                Codes.parse(MessageStatus.class, row.get(MESSAGES.STATUS)),
                new Message.Segments(
                        row.get(MESSAGES.SEGMENTS_HAVE), row.get(MESSAGES.SEGMENTS_TOTAL)),
                row.get(MESSAGES.DELIVERY_COUNT),
                row.get(MESSAGES.VERSION),
                row.get(MESSAGES.SIMULATED));
    }

    private Content content(Record row) {
        byte[] plain =
                Seal.open(
                        keys.open(row.get(MESSAGES.CONTENT_KEY_ID), row.get(CONTENT_KEY.WRAPPED)),
                        row.get(MESSAGES.MESSAGE_ID),
                        row.get(MESSAGES.VERSION),
                        Octets.wrap(row.get(MESSAGES.SEALED)));
        return ContentCodec.decodeContent(plain);
    }

    @Override
    public void delivered(List<MessageId> ids) {
        marks.add(ids);
    }

    /** Notes what is still to be noted, for 5 seconds at most. */
    @Override
    public void close() {
        marks.close();
    }
}
