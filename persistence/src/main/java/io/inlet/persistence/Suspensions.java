package io.inlet.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Says which leases show nothing, for now or any more. Any thread, each with a connection of its
 * own.
 */
final class Suspensions {
    private static final String LEASES =
            """
            SELECT l.lease_id FROM lease l JOIN tenant t ON t.tenant_id = l.tenant_id
            WHERE l.lease_id = ANY (?) AND (l.suspended OR t.shut) AND l.grace_ends_at > ?
            """;
    private static final String PURGED =
            """
            SELECT lease_id FROM lease WHERE lease_id = ANY (?) AND grace_ends_at <= ?
            """;
    private static final String MESSAGES =
            """
            SELECT m.message_id FROM messages m JOIN lease l ON l.lease_id = m.lease_id
                JOIN tenant t ON t.tenant_id = l.tenant_id
            WHERE m.message_id = ANY (?) AND (l.suspended OR t.shut) AND l.grace_ends_at > ?
                AND m.message_id >= '%1$s' AND m.message_id < '%2$s'
            """;

    private final InstantSource clock;

    Suspensions(InstantSource clock) {
        this.clock = clock;
    }

    /** Those of the leases that are suspended, and not purged yet. */
    Set<UUID> leases(Connection connection, Collection<UUID> leases) throws SQLException {
        return leases.isEmpty() ? Set.of() : found(connection, LEASES, leases);
    }

    /** Those of the leases that are purged, whether or not their content is deleted by now. */
    Set<UUID> purged(Connection connection, Collection<UUID> leases) throws SQLException {
        return leases.isEmpty() ? Set.of() : found(connection, PURGED, leases);
    }

    /** Those of the messages whose lease is suspended. */
    Set<UUID> messages(Connection connection, Collection<UUID> messages) throws SQLException {
        return messages.isEmpty()
                ? Set.of()
                : found(connection, Days.bound(MESSAGES, messages), messages);
    }

    private Set<UUID> found(Connection connection, String sql, Collection<UUID> ids)
            throws SQLException {
        Set<UUID> found = new HashSet<>();
        try (Call call = new Call(connection, sql);
                ResultSet rows = call.uuids(ids).instant(clock.instant()).rows()) {
            while (rows.next()) {
                found.add(Columns.uuid(rows, 1));
            }
        }
        return found;
    }
}
