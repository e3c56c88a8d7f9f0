package io.inlet.persistence;

import io.inlet.lease.LeaseId;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageReader;
import io.inlet.tenant.TenantId;
import java.util.List;

/**
 * Reads and opens messages. Any thread may call it, and reading blocks on the database; a thread of
 * its own notes what was read, until {@link #close}.
 */
public final class PostgresMessageReader implements MessageReader, AutoCloseable {
    private final GroupRead<MessageRows.Wanted, List<MessageRow>> rows;
    private final ContentKeys keys;
    private final DeliveredMarks marks;

    public PostgresMessageReader(Database database, ContentKeys keys) {
        this.rows = new GroupRead<>(new MessageRows(database));
        this.keys = keys;
        this.marks = new DeliveredMarks(database);
    }

    @Override
    public List<Message> read(TenantId tenant, LeaseId lease, List<MessageId> ids) {
        return ids.isEmpty()
                ? List.of()
                : Lists.map(
                        rows.ask(new MessageRows.Wanted(tenant, lease, ids)),
                        row -> row.open(keys));
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
