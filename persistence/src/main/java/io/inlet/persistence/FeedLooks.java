package io.inlet.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventId;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.FeedLook;
import io.inlet.feed.FeedQuery;
import io.inlet.feed.Revised;
import io.inlet.lease.Lease;
import io.inlet.sms.MessageId;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks of many readers at the feed and at the leases that they are about, by one statement for
 * those that start on the same day. Any thread; blocks.
 */
final class FeedLooks implements GroupRead.Source<FeedQuery, FeedLook> {
    private static final String SEPARATOR = ",";

    /** How many columns come before those of the lease, and before those of the feed. */
    private static final int LEASE = 3;

    private static final int FEED = LEASE + LeaseRows.WIDTH;

    private final Database database;

    FeedLooks(Database database) {
        this.database = database;
    }

    /** A query and what answers it, row by row. */
    private static final class Look {
        private final FeedQuery query;
        private final List<FeedEntry> entries = new ArrayList<>();
        private @Nullable Cursor head;
        private @Nullable Lease lease;

        Look(FeedQuery query) {
            this.query = query;
        }

        void add(ResultSet row) throws SQLException {
            TenantId tenant = query.after().tenant();
            if (head == null) {
                head = new Cursor(tenant, row.getObject(2, LocalDate.class), row.getLong(3));
                lease = row.getObject(LEASE + 1) == null ? null : LeaseRows.read(row, LEASE);
            }
            if (row.getObject(FEED + 1) != null) {
                entries.add(entry(query, row));
            }
        }

        FeedLook result() {
            // No tenant, no lease: that must not spoil the looks of the others.
            return new FeedLook(lease, head == null ? query.after() : head, entries);
        }
    }

    @Override
    public List<FeedLook> read(List<FeedQuery> queries) {
        List<Look> looks = Lists.map(queries, Look::new);
        looks.stream().collect(groupingBy(look -> look.query.after().day())).forEach(this::look);
        return Lists.map(looks, Look::result);
    }

    @Override
    public int weight(FeedQuery query) {
        return query.limit();
    }

    @Override
    public Object group(FeedQuery query) {
        return query.after().day();
    }

    private void look(LocalDate from, List<Look> looks) {
        List<FeedQuery> queries = Lists.map(looks, look -> look.query);
        try (Connection connection = database.dataSource().getConnection();
                Call call = new Call(connection, sql(from))) {
            ResultSet rows = bind(call, queries).rows();
            while (rows.next()) {
                looks.get(Math.toIntExact(rows.getLong(1)) - 1).add(rows);
            }
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
    }

    static Call bind(Call call, List<FeedQuery> queries) throws SQLException {
        return call.uuids(Lists.map(queries, query -> query.after().tenant().uuid()))
                .uuids(Lists.map(queries, query -> query.lease().uuid()))
                .bigints(Lists.map(queries, query -> query.after().sequence()))
                .texts(Lists.map(queries, FeedLooks::types))
                .integers(Lists.map(queries, FeedQuery::limit))
                .instants(Lists.map(queries, FeedLooks::since));
    }

    // The day stands in the SQL itself, so that planning leaves earlier partitions out. The pair is
    // compared as one, so that the index is entered right behind the cursor, however long the
    // lease's day was. Later days end at the head's: the day never goes back along the sequence.
    // The tenant is compared outside, for inside it would lead the planner to the index of the
    // tenant's sequence, which holds what all its leases received since.
    static String sql(LocalDate from) {
        return """
        SELECT w.place, h.day, h.sequence, %2$s,
            f.day, f.sequence, f.event_id, f.type, f.at, f.message_id, f.version, f.cause, f.new_code
        FROM unnest(?, ?, ?, ?, ?, ?) WITH ORDINALITY
            AS w (tenant_id, lease_id, sequence, types, most, since, place)
        JOIN feed_head h ON h.tenant_id = w.tenant_id
        LEFT JOIN (%3$s)
            ON l.lease_id = w.lease_id AND l.tenant_id = w.tenant_id
        LEFT JOIN LATERAL (
            SELECT * FROM feed
            WHERE lease_id = w.lease_id
                AND (day, sequence) > (date '%1$s', w.sequence)
                AND day >= date '%1$s' AND day <= h.day
                AND type = ANY (string_to_array(w.types, ','))
                AND at >= w.since
            ORDER BY day, sequence
            LIMIT w.most) f ON f.tenant_id = w.tenant_id
        ORDER BY w.place, f.day, f.sequence
        """
                .formatted(from, LeaseRows.COLUMNS, LeaseRows.TABLES);
    }

    private static Instant since(FeedQuery query) {
        return query.since() == null ? Instant.EPOCH : query.since();
    }

    private static String types(FeedQuery query) {
        return query.types().stream().map(EventType::wireName).collect(joining(SEPARATOR));
    }

    private static FeedEntry entry(FeedQuery query, ResultSet row) throws SQLException {
        LocalDate day = row.getObject(FEED + 1, LocalDate.class);
        return new FeedEntry(
                new EventId(Columns.uuid(row, FEED + 3)),
                new Cursor(query.after().tenant(), day, row.getLong(FEED + 2)),
                EventTypes.parse(row.getString(FEED + 4)),
                Columns.instant(row, FEED + 5),
                query.lease(),
                message(row.getObject(FEED + 6, UUID.class)),
                row.getInt(FEED + 7),
                revised(row.getString(FEED + 8), row.getBoolean(FEED + 9)));
    }

    private static @Nullable Revised revised(@Nullable String cause, boolean newCode) {
        return cause == null ? null : new Revised(Codes.parse(Revised.Cause.class, cause), newCode);
    }

    private static @Nullable MessageId message(@Nullable UUID id) {
        return id == null ? null : new MessageId(id);
    }
}
