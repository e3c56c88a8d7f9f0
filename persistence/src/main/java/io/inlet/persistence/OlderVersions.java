package io.inlet.persistence;

import io.inlet.sms.Octets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what messages were before they were revised. Any thread; blocks. */
final class OlderVersions {
    private static final String SELECT =
            """
            SELECT v.content_key_id, k.wrapped, v.sealed
            FROM message_version v JOIN content_key k ON k.content_key_id = v.content_key_id
            WHERE v.message_id = ANY (?) AND v.version = ?
            """;

    private final Database database;

    OlderVersions(Database database) {
        this.database = database;
    }

    /** A message as it was in an earlier version, or null if there is none or it was purged. */
    @Nullable MessageRow read(MessageRow latest, int version) {
        List<UUID> id = List.of(latest.id().uuid());
        try (Connection connection = database.dataSource().getConnection();
                Call call = new Call(connection, SELECT);
                ResultSet row = call.uuids(id).number(version).rows()) {
            return row.next()
                    ? latest.older(
                            version,
                            new MessageRow.Sealed(
                                    Columns.uuid(row, 1),
                                    Octets.wrap(row.getBytes(2)),
                                    Octets.wrap(row.getBytes(3))))
                    : null;
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
    }
}
