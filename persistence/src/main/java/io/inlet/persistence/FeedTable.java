package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.FEED;

import io.inlet.feed.FeedEntry;
import io.inlet.feed.Revised;
import io.inlet.lease.LeaseId;
import io.inlet.sms.BindId;
import io.inlet.sms.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the feed, as the commit writes them. Stateless; any thread. */
final class FeedTable {
    private static final CopyWriter.Target COLUMNS =
            CopyWriter.Target.of(
                    FEED.TENANT_ID,
                    FEED.DAY,
                    FEED.SEQUENCE,
                    FEED.EVENT_ID,
                    FEED.TYPE,
                    FEED.AT,
                    FEED.LEASE_ID,
                    FEED.MESSAGE_ID,
                    FEED.VERSION,
                    FEED.CAUSE,
                    FEED.NEW_CODE,
                    FEED.BIND_ID,
                    FEED.DETAIL);

    private FeedTable() {}

    /**
     * An event, and what only operators read of it.
     *
     * @param bind the bind it is about, or null
     * @param detail more of what happened, in a few words without content; or null
     */
    record Row(FeedEntry entry, @Nullable BindId bind, @Nullable String detail) {}

    static void insert(Connection connection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (CopyWriter out = new CopyWriter(connection, COLUMNS)) {
            for (Row row : rows) {
                FeedEntry entry = row.entry();
                BindId bind = row.bind();
                LeaseId lease = entry.lease();
                MessageId message = entry.message();
                Revised revised = entry.revised();
                out.row()
                        .uuid(entry.cursor().tenant().uuid())
                        .date(entry.cursor().day())
                        .bigint(entry.cursor().sequence())
                        .uuid(entry.id().uuid())
                        .text(entry.type().wireName())
                        .timestamptz(entry.at())
                        .uuid(lease == null ? null : lease.uuid())
                        .uuid(message == null ? null : message.uuid())
                        .integer(entry.version())
                        .text(revised == null ? null : Codes.of(revised.cause()))
                        .bool(revised != null && revised.newCode())
                        .uuid(bind == null ? null : bind.uuid())
                        .text(row.detail());
            }
            out.end();
        }
    }
}
