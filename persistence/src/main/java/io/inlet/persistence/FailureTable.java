package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.BIND;
import static io.inlet.persistence.jooq.Tables.CONTENT_KEY;
import static io.inlet.persistence.jooq.Tables.QUARANTINE;

import io.inlet.intake.Failure;
import io.inlet.intake.FailureQuery;
import io.inlet.intake.QuarantineReason;
import io.inlet.intake.Submission;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.SessionId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The rows of what was kept raw, for those who read it again. Stateless; any thread. */
final class FailureTable {
    // What another gateway reads again at the moment is left to it.
    private static final String TAKE =
            """
            DELETE FROM quarantine WHERE quarantine_id IN (
                SELECT quarantine_id FROM quarantine WHERE quarantine_id = ANY (?)
                ORDER BY quarantine_id FOR UPDATE SKIP LOCKED)
            RETURNING quarantine_id
            """;

    // A message that the store refused has the fingerprint under which it is kept raw: it must not
    // be taken for a copy of itself.
    private static final String UNDELIVER =
            """
            DELETE FROM delivery d USING unnest(?::uuid[], ?::uuid[]) AS c (fingerprint, message_id)
            WHERE d.fingerprint = c.fingerprint AND d.message_id = c.message_id
            """;
    // All of the batch, in the order in which a commit takes them, or two could wait for each
    // other.
    private static final String LOCK_DELIVERIES =
            """
            SELECT FROM delivery WHERE fingerprint = ANY (?) ORDER BY fingerprint FOR UPDATE
            """;
    private static final String PROBLEM =
            """
            UPDATE quarantine q SET problem = c.problem
            FROM unnest(?::uuid[], ?::text[]) AS c (quarantine_id, problem)
            WHERE q.quarantine_id = c.quarantine_id AND q.problem <> c.problem
            """;

    private FailureTable() {}

    /**
     * A failure.
     *
     * @param origin where it came in
     * @param answered what had been answered on its session when it came
     * @param pdu its sealed PDU, or null if its content was purged
     */
    record Row(
            Failure failure, Origin origin, Answered answered, MessageRow.@Nullable Sealed pdu) {}

    /** Failures without their PDUs: a thousand of those would be up to 70 MB. */
    static List<Failure> list(DSLContext dsl, FailureQuery query) {
        return dsl.select(
                        QUARANTINE.QUARANTINE_ID,
                        QUARANTINE.REASON,
                        QUARANTINE.PROBLEM,
                        QUARANTINE.BIND_ID,
                        QUARANTINE.ARRIVED_AT,
                        BIND.CARRIER,
                        BIND.NAME)
                .from(QUARANTINE)
                .leftJoin(BIND)
                .on(BIND.BIND_ID.eq(QUARANTINE.BIND_ID))
                .where(conditions(query))
                .orderBy(QUARANTINE.QUARANTINE_ID)
                .limit(query.limit())
                .fetch(FailureTable::failure);
    }

    static List<Row> page(DSLContext dsl, FailureQuery query) {
        return dsl.select(
                        QUARANTINE.QUARANTINE_ID,
                        QUARANTINE.REASON,
                        QUARANTINE.PROBLEM,
                        QUARANTINE.BIND_ID,
                        QUARANTINE.ARRIVED_AT,
                        QUARANTINE.SESSION_ID,
                        QUARANTINE.ANSWERED_UNTIL,
                        QUARANTINE.GAPS,
                        QUARANTINE.SIMULATED,
                        QUARANTINE.CONTENT_KEY_ID,
                        QUARANTINE.SEALED,
                        BIND.CARRIER,
                        BIND.NAME,
                        CONTENT_KEY.WRAPPED)
                .from(QUARANTINE)
                .leftJoin(BIND)
                .on(BIND.BIND_ID.eq(QUARANTINE.BIND_ID))
                .leftJoin(CONTENT_KEY)
                .on(CONTENT_KEY.CONTENT_KEY_ID.eq(QUARANTINE.CONTENT_KEY_ID))
                .where(conditions(query))
                .orderBy(QUARANTINE.QUARANTINE_ID)
                .limit(query.limit())
                .fetch(FailureTable::row);
    }

    private static List<Condition> conditions(FailureQuery query) {
        List<Condition> conditions = new ArrayList<>();
        if (!query.ids().isEmpty()) {
            conditions.add(QUARANTINE.QUARANTINE_ID.in(Lists.map(query.ids(), MessageId::uuid)));
        }
        if (query.carrier() != null) {
            conditions.add(BIND.CARRIER.eq(query.carrier()));
        }
        if (query.bind() != null) {
            conditions.add(BIND.NAME.eq(query.bind()));
        }
        if (query.reason() != null) {
            conditions.add(QUARANTINE.REASON.eq(Codes.of(query.reason())));
        }
        if (query.from() != null) {
            conditions.add(QUARANTINE.ARRIVED_AT.ge(query.from()));
        }
        if (query.to() != null) {
            conditions.add(QUARANTINE.ARRIVED_AT.lt(query.to()));
        }
        if (query.after() != null) {
            conditions.add(QUARANTINE.QUARANTINE_ID.gt(query.after().uuid()));
        }
        return conditions;
    }

    private static Failure failure(Record row) {
        return new Failure(
                new MessageId(row.get(QUARANTINE.QUARANTINE_ID)),
                Codes.parse(QuarantineReason.class, row.get(QUARANTINE.REASON)),
                row.get(QUARANTINE.PROBLEM),
                new BindId(row.get(QUARANTINE.BIND_ID)),
                row.get(BIND.CARRIER),
                row.get(BIND.NAME),
                row.get(QUARANTINE.ARRIVED_AT));
    }

    private static Row row(Record row) {
        byte @Nullable [] wrapped = row.get(CONTENT_KEY.WRAPPED);
        return new Row(
                failure(row),
                origin(row),
                Gaps.answered(row.get(QUARANTINE.ANSWERED_UNTIL), row.get(QUARANTINE.GAPS)),
                wrapped == null
                        ? null
                        : new MessageRow.Sealed(
                                row.get(QUARANTINE.CONTENT_KEY_ID),
                                Octets.wrap(wrapped),
                                Octets.wrap(row.get(QUARANTINE.SEALED))));
    }

    private static Origin origin(Record row) {
        return new Origin(
                Objects.requireNonNullElse(row.get(BIND.CARRIER), ""),
                new BindId(row.get(QUARANTINE.BIND_ID)),
                new SessionId(row.get(QUARANTINE.SESSION_ID)),
                row.get(QUARANTINE.SIMULATED));
    }

    /** Takes those that are still there and that nobody holds: they are gone if this commits. */
    static List<Submission> take(Connection connection, List<Submission> batch)
            throws SQLException {
        Set<UUID> taken = new HashSet<>();
        try (Call call = new Call(connection, TAKE);
                ResultSet rows = call.uuids(Lists.map(batch, s -> s.id().uuid())).rows()) {
            while (rows.next()) {
                taken.add(Columns.uuid(rows, 1));
            }
        }
        List<Submission> mine = batch.stream().filter(s -> taken.contains(s.id().uuid())).toList();
        try (Call call = new Call(connection, LOCK_DELIVERIES);
                ResultSet _ = call.uuids(Lists.map(mine, Submission::fingerprint)).rows()) {
            // Locked.
        }
        try (Call call = new Call(connection, UNDELIVER)) {
            call.uuids(Lists.map(mine, Submission::fingerprint))
                    .uuids(Lists.map(mine, submission -> submission.id().uuid()))
                    .update();
        }
        return mine;
    }

    /** Notes what is wrong with failures now. */
    static void note(Connection connection, Map<MessageId, String> problems) throws SQLException {
        try (Call call = new Call(connection, PROBLEM)) {
            call.uuids(Lists.map(List.copyOf(problems.keySet()), MessageId::uuid))
                    .texts(
                            Lists.map(
                                    List.copyOf(problems.values()),
                                    problem -> problem.replace('\0', '?')))
                    .update();
        }
    }
}
