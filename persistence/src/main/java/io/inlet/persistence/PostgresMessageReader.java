package io.inlet.persistence;

import io.inlet.lease.LeaseId;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageReader;
import io.inlet.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and opens messages. Any thread may call it, and reading blocks on the database; a thread of
 * its own notes what was read, until {@link #close}.
 */
public final class PostgresMessageReader implements MessageReader, AutoCloseable {
    private final GroupRead<MessageRows.Wanted, List<MessageRow>> rows;
    private final OlderVersions older;
    private final ContentKeys keys;
    private final DeliveredMarks marks;

    public PostgresMessageReader(Database database, ContentKeys keys) {
        this.rows = database.group(new MessageRows(database));
        this.older = new OlderVersions(database);
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
    public @Nullable Message read(TenantId tenant, LeaseId lease, MessageId id, int version) {
        var wanted = new MessageRows.Wanted(tenant, lease, List.of(id));
        List<MessageRow> found = rows.ask(wanted);
        if (found.isEmpty() || found.getFirst().version() < version) {
            return null;
        }
        MessageRow latest = found.getFirst();
        MessageRow row = latest.version() == version ? latest : older.read(latest, version);
        return row == null ? null : row.open(keys);
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
