package io.inlet.persistence;

import io.inlet.consent.OptOutWords;
import io.inlet.intake.Owner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of messages that are an opt-out, as the commit writes them. Stateless; any thread. */
final class OptOutTable {
    private static final String NOTE =
            """
            INSERT INTO opt_out (message_id, lease_id, tenant_id, noted_at)
            SELECT c.message_id, c.lease_id, c.tenant_id, c.noted_at
            FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[])
                AS c (message_id, lease_id, tenant_id, noted_at)
            """;

    private OptOutTable() {}

    private record Note(UUID message, Owner.Lessee lessee) {}

    /**
     * Notes those messages of lessees that are an opt-out. An insert and no more: to withdraw waits
     * for the locks of consents, which a commit must not.
     */
    static void note(Connection connection, List<Birth> births, Instant now) throws SQLException {
        List<Note> notes =
                births.stream()
                        .filter(birth ->
                                OptOutWords.BUILT_IN.contains(birth.draft().content().text()))
                        .filter(birth -> birth.owner() instanceof Owner.Lessee)
                        .map(birth -> new Note(birth.id(), (Owner.Lessee) birth.owner()))
                        .toList();
        if (notes.isEmpty()) {
            return;
        }
        try (Call call = new Call(connection, NOTE)) {
            int noted =
                    call.uuids(Lists.map(notes, Note::message))
                            .uuids(Lists.map(notes, note -> note.lessee().lease().uuid()))
                            .uuids(Lists.map(notes, note -> note.lessee().tenant().uuid()))
                            .instants(Lists.map(notes, _ -> now))
                            .update();
            Rows.expect(notes.size(), noted);
        }
    }
}
