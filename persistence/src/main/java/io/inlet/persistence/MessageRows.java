package io.inlet.persistence;

import static java.util.stream.Collectors.groupingBy;

import io.inlet.lease.LeaseId;
import io.inlet.sms.MessageId;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Fetches the rows of messages for many readers, by one statement for those of the same day, still
 * sealed: what one of them cannot open must not spoil the others' reads. Any thread; blocks.
 */
final class MessageRows implements GroupRead.Source<MessageRows.Wanted, List<MessageRow>> {
    private final Database database;

    MessageRows(Database database) {
        this.database = database;
    }

    /** Messages that a reader asks for, as those of one lease. */
    record Wanted(TenantId tenant, LeaseId lease, List<MessageId> ids) {
        boolean mayHave(MessageRow row) {
            return tenant.equals(row.tenant()) && lease.equals(row.lease());
        }
    }

    @Override
    public List<List<MessageRow>> read(List<Wanted> questions) {
        Map<MessageId, MessageRow> rows = new HashMap<>();
        questions.stream()
                .flatMap(wanted -> wanted.ids().stream())
                .map(MessageId::uuid)
                .distinct()
                .collect(groupingBy(Days::of))
                .values()
                .forEach(ids -> fetch(ids, rows));
        return Lists.map(questions, wanted -> own(wanted, rows));
    }

    private static List<MessageRow> own(Wanted wanted, Map<MessageId, MessageRow> rows) {
        return wanted.ids().stream()
                .map(rows::get)
                .filter(Objects::nonNull)
                .filter(wanted::mayHave)
                .toList();
    }

    private void fetch(Collection<UUID> ids, Map<MessageId, MessageRow> into) {
        try (Connection connection = database.dataSource().getConnection();
                Call call = new Call(connection, Days.bound(MessageRow.SELECT, ids))) {
            ResultSet rows = call.uuids(ids).rows();
            while (rows.next()) {
                MessageRow row = MessageRow.read(rows);
                into.put(row.id(), row);
            }
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
    }
}
