package io.inlet.persistence;

import io.inlet.feed.Cursor;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The ends of some tenants' feeds, locked until the transaction ends: nobody else numbers an event
 * or changes a lease of theirs meanwhile. Owned by one commit.
 */
final class FeedHeads {
    private static final String LOCK =
            """
            SELECT tenant_id, day, sequence FROM feed_head
            WHERE tenant_id = ANY (?) ORDER BY tenant_id FOR UPDATE
            """;
    private static final String MOVE =
            """
            UPDATE feed_head h SET day = c.day, sequence = c.sequence
            FROM unnest(?::uuid[], ?::date[], ?::bigint[]) AS c (tenant_id, day, sequence)
            WHERE h.tenant_id = c.tenant_id
            """;

    private final Map<TenantId, Cursor> heads = new HashMap<>();
    private final SortedMap<UUID, Cursor> moved = new TreeMap<>(UuidOrder.ASCENDING);

    /** Locks the feeds of tenants, in the one order in which everybody does. */
    static FeedHeads lock(Connection connection, Collection<TenantId> tenants) throws SQLException {
        FeedHeads heads = new FeedHeads();
        if (tenants.isEmpty()) {
            return heads;
        }
        List<UUID> ids = Lists.map(List.copyOf(tenants), TenantId::uuid);
        try (Call call = new Call(connection, LOCK);
                ResultSet rows = call.uuids(ids).rows()) {
            while (rows.next()) {
                TenantId tenant = new TenantId(Columns.uuid(rows, 1));
                LocalDate day = rows.getObject(2, LocalDate.class);
                heads.heads.put(tenant, new Cursor(tenant, day, rows.getLong(3)));
            }
        }
        Rows.expect(tenants.size(), heads.heads.size());
        return heads;
    }

    boolean hold(TenantId tenant) {
        return heads.containsKey(tenant);
    }

    /** The place of a tenant's next event. Its day never goes back, whatever a clock says. */
    Cursor next(TenantId tenant, LocalDate today) {
        Cursor last = Objects.requireNonNull(heads.get(tenant));
        LocalDate day = last.day().isAfter(today) ? last.day() : today;
        Cursor next = new Cursor(tenant, day, last.sequence() + 1);
        heads.put(tenant, next);
        moved.put(tenant.uuid(), next);
        return next;
    }

    /** Keeps what {@link #next} gave out. */
    void store(Connection connection) throws SQLException {
        if (moved.isEmpty()) {
            return;
        }
        List<Cursor> ends = new ArrayList<>(moved.values());
        try (Call call = new Call(connection, MOVE)) {
            int touched =
                    call.uuids(moved.keySet())
                            .days(Lists.map(ends, Cursor::day))
                            .bigints(Lists.map(ends, Cursor::sequence))
                            .update();
            Rows.expect(ends.size(), touched);
        }
    }
}
