package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.FEED;

import io.inlet.feed.FeedEntry;
import io.inlet.feed.Revised;
import io.inlet.lease.LeaseId;
import io.inlet.sms.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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
                    FEED.NEW_CODE);

    private FeedTable() {}

    static void insert(Connection connection, List<FeedEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (CopyWriter out = new CopyWriter(connection, COLUMNS)) {
            for (FeedEntry entry : entries) {
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
                        .bool(revised != null && revised.newCode());
            }
            out.end();
        }
    }
}
