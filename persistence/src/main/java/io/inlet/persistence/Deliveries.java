package io.inlet.persistence;

import io.inlet.intake.FormerCopy;
import io.inlet.intake.Submission;
import io.inlet.sms.Arrival;
import io.inlet.sms.MessageId;
import io.inlet.sms.SessionId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Step 1 of the commit: tells what is new from what was delivered before. The row of a fingerprint
 * stays locked until the end of the transaction, so that of two gateways one comes second. Any
 * thread, each with a connection of its own.
 */
final class Deliveries {
    // The conflict changes no more than the count: what the row was before comes back, and is
    // judged then.
    private static final String UPSERT =
            """
            WITH taken AS (
                INSERT INTO delivery (fingerprint, message_id, session_id, arrived_at)
                SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[])
                ON CONFLICT (fingerprint) DO UPDATE SET copies = delivery.copies + 1
                RETURNING fingerprint, message_id, session_id, arrived_at, copies)
            SELECT t.fingerprint, t.message_id, t.session_id, t.arrived_at, t.copies,
                coalesce(s.proven @> t.arrived_at, false)
            FROM taken t LEFT JOIN session s ON s.session_id = t.session_id
            WHERE t.copies > 1
            """;
    private static final String LATEST =
            """
            UPDATE delivery d SET message_id = c.message_id, session_id = c.session_id,
                arrived_at = c.arrived_at, copies = c.copies
            FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::integer[])
                AS c (fingerprint, message_id, session_id, arrived_at, copies)
            WHERE d.fingerprint = c.fingerprint
            """;
    private static final String RENAME =
            """
            UPDATE delivery d SET message_id = c.message_id
            FROM unnest(?::uuid[], ?::uuid[]) AS c (fingerprint, message_id)
            WHERE d.fingerprint = c.fingerprint
            """;

    // Parts of an earlier batch come here out of the order of the locks: one that another commit
    // holds is left as it is, and one may be pruned already.
    private static final String RENAME_STRAYS =
            """
            UPDATE delivery d SET message_id = c.message_id
            FROM unnest(?::uuid[], ?::uuid[]) AS c (fingerprint, message_id)
            WHERE d.fingerprint = c.fingerprint AND d.fingerprint IN (
                SELECT fingerprint FROM delivery WHERE fingerprint = ANY (?)
                FOR UPDATE SKIP LOCKED)
            """;

    private final Duration horizon;

    /**
     * @param horizon how long after its last copy an equal fingerprint is still the same SMS
     */
    Deliveries(Duration horizon) {
        this.horizon = horizon;
    }

    /**
     * A second copy of something durable.
     *
     * @param first the id that the first copy got
     * @param copies how many there are with this one
     */
    record Redelivery(MessageId first, int copies) {}

    private record Former(MessageId message, int copies, FormerCopy copy) {}

    /** What its row will say. */
    private record Latest(Redelivery delivery, SessionId session, Instant arrivedAt) {
        static Latest of(Redelivery delivery, Arrival copy) {
            return new Latest(delivery, copy.origin().session(), copy.receivedAt());
        }

        static Latest of(Redelivery delivery, FormerCopy copy) {
            return new Latest(delivery, copy.session(), copy.arrivedAt());
        }
    }

    /** The redeliveries in a batch, by fingerprint; whatever is not among them is new. */
    Map<UUID, Redelivery> take(Connection connection, List<Submission> batch) throws SQLException {
        List<Submission> ordered = new ArrayList<>(batch);
        ordered.sort(Comparator.comparing(Submission::fingerprint, UuidOrder.ASCENDING));
        Map<UUID, Former> formers = upsert(connection, ordered);
        return formers.isEmpty() ? Map.of() : decide(connection, ordered, formers);
    }

    private static Map<UUID, Former> upsert(Connection connection, List<Submission> ordered)
            throws SQLException {
        Map<UUID, Former> formers = new HashMap<>();
        try (Call call = new Call(connection, UPSERT);
                ResultSet rows =
                        call.uuids(Lists.map(ordered, Submission::fingerprint))
                                .uuids(Lists.map(ordered, submission -> submission.id().uuid()))
                                .uuids(Lists.map(ordered, Deliveries::session))
                                .instants(Lists.map(ordered, s -> s.arrival().receivedAt()))
                                .rows()) {
            while (rows.next()) {
                formers.put(
                        Columns.uuid(rows, 1),
                        new Former(
                                new MessageId(Columns.uuid(rows, 2)),
                                rows.getInt(5),
                                new FormerCopy(
                                        new SessionId(Columns.uuid(rows, 3)),
                                        Columns.instant(rows, 4),
                                        rows.getBoolean(6))));
            }
        }
        return formers;
    }

    private Map<UUID, Redelivery> decide(
            Connection connection, List<Submission> ordered, Map<UUID, Former> formers)
            throws SQLException {
        Map<UUID, Redelivery> redeliveries = new HashMap<>();
        List<Submission> again = new ArrayList<>();
        List<Latest> latest = new ArrayList<>();
        for (Submission copy : ordered) {
            Former former = formers.get(copy.fingerprint());
            if (former == null) {
                continue;
            }
            again.add(copy);
            Arrival arrival = copy.arrival();
            if (former.copy.isSameSms(arrival, horizon)) {
                var redelivery = new Redelivery(former.message, former.copies);
                latest.add(
                        former.copy.cameAfter(arrival)
                                ? Latest.of(redelivery, former.copy)
                                : Latest.of(redelivery, arrival));
                redeliveries.put(copy.fingerprint(), redelivery);
            } else {
                latest.add(Latest.of(new Redelivery(copy.id(), 1), arrival));
            }
        }
        keep(connection, again, latest);
        return redeliveries;
    }

    private static void keep(Connection connection, List<Submission> copies, List<Latest> latest)
            throws SQLException {
        try (Call call = new Call(connection, LATEST)) {
            int touched =
                    call.uuids(Lists.map(copies, Submission::fingerprint))
                            .uuids(Lists.map(latest, row -> row.delivery.first().uuid()))
                            .uuids(Lists.map(latest, row -> row.session.uuid()))
                            .instants(Lists.map(latest, Latest::arrivedAt))
                            .integers(Lists.map(latest, row -> row.delivery.copies()))
                            .update();
            Rows.expect(copies.size(), touched);
        }
    }

    /** Gives fingerprints taken in this transaction the ids of the long messages they belong to. */
    void rename(Connection connection, Map<UUID, MessageId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (Call call = new Call(connection, RENAME)) {
            int touched =
                    call.uuids(ids.keySet())
                            .uuids(ids.values().stream().map(MessageId::uuid).toList())
                            .update();
            Rows.expect(ids.size(), touched);
        }
    }

    /**
     * Gives the fingerprints of parts that did not join their message the ids they have instead.
     */
    void renameStrays(Connection connection, Map<UUID, MessageId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (Call call = new Call(connection, RENAME_STRAYS)) {
            call.uuids(ids.keySet())
                    .uuids(ids.values().stream().map(MessageId::uuid).toList())
                    .uuids(ids.keySet())
                    .update();
        }
    }

    private static UUID session(Submission submission) {
        return submission.arrival().origin().session().uuid();
    }
}
