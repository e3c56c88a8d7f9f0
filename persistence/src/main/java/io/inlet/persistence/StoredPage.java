package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.BIND;

import io.inlet.id.Uuid7;
import io.inlet.intake.StoredRange;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import io.inlet.sms.MessageId;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of the stored messages that a selection takes, in the order of their arrival.
 *
 * @param ids at most {@link StoredRange#PAGE}; perhaps none although there are more to come
 * @param next where it ended, or null if nothing comes after it
 */
record StoredPage(List<UUID> ids, @Nullable MessageId next) {
    /** Of content in one transaction. */
    private static final long MOST_OCTETS = 16 << 20;

    /** How many are passed over for one page: those of a quiet bind may be far between. */
    private static final int MOST_PASSED = 2_000;

    /**
     * Which messages.
     *
     * @param range of these
     * @param tenant those of this tenant, or null for any
     * @param bind those that may have come over this bind, or null for any: of a long message only
     *     one bind is known without opening it
     */
    record Selection(StoredRange range, @Nullable TenantId tenant, @Nullable BindId bind) {
        private boolean isAll() {
            return tenant == null && bind == null;
        }

        private boolean takes(ResultSet row) throws SQLException {
            return (tenant == null || tenant.uuid().equals(Columns.uuid(row, 3)))
                    && (bind == null
                            || row.getInt(5) > 1
                            || bind.uuid().equals(Columns.uuid(row, 4)));
        }

        private UUID start() {
            UUID from = Uuid7.floor(range.from());
            MessageId after = range.after();
            return after != null && UuidOrder.ASCENDING.compare(after.uuid(), from) > 0
                    ? after.uuid()
                    : from;
        }
    }

    /** The bind of that name, or null if there is none and was none. */
    static @Nullable BindId bind(Database database, BindName name) {
        UUID id =
                database.dsl()
                        .select(BIND.BIND_ID)
                        .from(BIND)
                        .where(BIND.CARRIER.eq(name.carrier()), BIND.NAME.eq(name.bind()))
                        .fetchOne(BIND.BIND_ID);
        return id == null ? null : new BindId(id);
    }

    /** The first page of what is selected. */
    static StoredPage first(Database database, Selection selection) {
        // The bounds stand in the SQL itself, so that planning leaves the other days' partitions
        // out.
        String sql =
                """
                SELECT message_id, octet_length(sealed), tenant_id, bind_id, segments_total
                FROM messages WHERE message_id > '%s' AND message_id < '%s'
                ORDER BY message_id LIMIT ?
                """
                        .formatted(selection.start(), Uuid7.floor(selection.range().to()));
        int most = selection.isAll() ? StoredRange.PAGE : MOST_PASSED;
        try (Connection connection = database.dataSource().getConnection();
                Call call = new Call(connection, sql);
                ResultSet rows = call.number(most).rows()) {
            return of(rows, selection, most);
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
    }

    private static StoredPage of(ResultSet rows, Selection selection, int most)
            throws SQLException {
        List<UUID> ids = new ArrayList<>();
        MessageId last = null;
        long octets = 0;
        int passed = 0;
        for (; rows.next(); passed++) {
            MessageId id = new MessageId(Columns.uuid(rows, 1));
            if (selection.takes(rows)) {
                octets += rows.getInt(2);
                if (ids.size() == StoredRange.PAGE || (octets > MOST_OCTETS && !ids.isEmpty())) {
                    return new StoredPage(ids, last);
                }
                ids.add(id.uuid());
            }
            last = id;
        }
        return new StoredPage(ids, passed < most ? null : last);
    }
}
