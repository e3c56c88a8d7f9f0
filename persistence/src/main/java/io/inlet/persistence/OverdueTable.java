package io.inlet.persistence;

import io.inlet.sms.MessageId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rows of long messages whose time is up. Any thread. */
final class OverdueTable {
    private static final String DUE =
            """
            SELECT reassembly_id FROM (
                SELECT d.reassembly_id, d.due_at, row_number() OVER w AS place,
                    sum(o.octets) OVER w AS octets
                FROM (SELECT reassembly_id, due_at FROM reassembly
                    WHERE due_at <= ? ORDER BY due_at LIMIT ?) d
                CROSS JOIN LATERAL (
                    SELECT coalesce(sum(octet_length(s.sealed)), 0) AS octets FROM segment s
                    WHERE s.reassembly_id = d.reassembly_id) o
                WINDOW w AS (ORDER BY d.due_at, d.reassembly_id)) due
            WHERE place = 1 OR octets <= ?
            ORDER BY place
            """;
    private static final String DAYS =
            """
            SELECT DISTINCT (arrived_at AT TIME ZONE 'UTC')::date FROM segment
            WHERE reassembly_id = ANY (?)
            """;

    // Rows that a commit or another gateway holds are left to it, or for the next time.
    private static final String LOCK =
            """
            SELECT reassembly_id, message_id, total, told FROM reassembly
            WHERE reassembly_id = ANY (?) AND due_at <= ?
            ORDER BY reassembly_id FOR UPDATE SKIP LOCKED
            """;
    private static final String TOLD =
            """
            UPDATE reassembly SET told = true, due_at = NULL WHERE reassembly_id = ANY (?)
            """;
    private static final String POSTPONE =
            """
            UPDATE reassembly r SET due_at = c.due_at
            FROM unnest(?::uuid[], ?::timestamptz[]) AS c (reassembly_id, due_at)
            WHERE r.reassembly_id = c.reassembly_id AND r.due_at IS NOT NULL
            """;
    private static final String FORGET =
            """
            WITH gone AS (
                DELETE FROM reassembly WHERE reassembly_id IN (
                    SELECT reassembly_id FROM reassembly
                    WHERE due_at IS NULL AND joins_until < ?
                    LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING reassembly_id)
            DELETE FROM segment s USING gone g WHERE s.reassembly_id = g.reassembly_id
            """;

    private static final int MOST_OCTETS = 16 << 20;

    private final ReassemblyTable parts;

    OverdueTable(ReassemblyTable parts) {
        this.parts = parts;
    }

    /**
     * The keys of messages whose time is up, the oldest first; not locked. No more than have 16 MiB
     * of parts in all, but one.
     */
    static List<UUID> due(Connection connection, Instant now, int most) throws SQLException {
        List<UUID> due = new ArrayList<>();
        try (Call call = new Call(connection, DUE);
                ResultSet rows = call.instant(now).number(most).number(MOST_OCTETS).rows()) {
            while (rows.next()) {
                due.add(Columns.uuid(rows, 1));
            }
        }
        return due;
    }

    /** The days on which their parts arrived. */
    static Set<LocalDate> days(Connection connection, Collection<UUID> keys) throws SQLException {
        Set<LocalDate> days = new HashSet<>();
        try (Call call = new Call(connection, DAYS);
                ResultSet rows = call.uuids(keys).rows()) {
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
        }
        return days;
    }

    private record Row(UUID key, MessageId id, int total, boolean told) {}

    /** Locks those that are still due and that nobody holds, and gives what came of them. */
    List<Assembly> lock(Connection connection, Collection<UUID> keys, Instant now)
            throws SQLException {
        List<Row> locked = new ArrayList<>();
        try (Call call = new Call(connection, LOCK);
                ResultSet rows = call.uuids(keys).instant(now).rows()) {
            while (rows.next()) {
                locked.add(
                        new Row(
                                Columns.uuid(rows, 1),
                                new MessageId(Columns.uuid(rows, 2)),
                                rows.getInt(3),
                                rows.getBoolean(4)));
            }
        }
        return locked.isEmpty() ? List.of() : assemblies(connection, locked);
    }

    // A later statement than the lock: it sees what those wrote who held the rows before.
    private List<Assembly> assemblies(Connection connection, List<Row> locked) throws SQLException {
        Map<UUID, List<KeptPart>> kept = parts.kept(connection, Lists.map(locked, Row::key));
        List<Assembly> assemblies = new ArrayList<>(locked.size());
        for (Row row : locked) {
            List<KeptPart> here = kept.getOrDefault(row.key(), List.of());
            assemblies.add(
                    new Assembly(
                            row.key(), assemblies.size(), row.id(), row.total(), row.told(), here));
        }
        return assemblies;
    }

    /** Notes that all that came of them is told. */
    static void told(Connection connection, List<UUID> keys) throws SQLException {
        try (Call call = new Call(connection, TOLD)) {
            Rows.expect(keys.size(), call.uuids(keys).update());
        }
    }

    /** Deletes messages whose late parts do not join them, since more would not either. */
    void forget(Connection connection, Collection<UUID> keys) throws SQLException {
        if (!keys.isEmpty()) {
            parts.forgetParts(connection, List.copyOf(keys));
            parts.forget(connection, List.copyOf(keys));
        }
    }

    /** Leaves one for later, so that it does not stand in the way of others. */
    static void postpone(Connection connection, UUID key, Instant until) throws SQLException {
        try (Call call = new Call(connection, POSTPONE)) {
            call.uuids(List.of(key)).instants(List.of(until)).update();
        }
    }

    /** Deletes what was told and takes no parts any more; returns how many parts. */
    static int forget(Connection connection, Instant now, int most) throws SQLException {
        try (Call call = new Call(connection, FORGET)) {
            return call.instant(now).number(most).update();
        }
    }
}
