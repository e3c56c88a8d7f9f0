package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.QUARANTINE;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The rows of frames kept raw. Stateless; any thread. */
final class QuarantineTable {
    private static final CopyWriter.Target COLUMNS =
            CopyWriter.Target.of(
                    QUARANTINE.QUARANTINE_ID,
                    QUARANTINE.REASON,
                    QUARANTINE.PROBLEM,
                    QUARANTINE.ARRIVED_AT,
                    QUARANTINE.BIND_ID,
                    QUARANTINE.CONTENT_KEY_ID,
                    QUARANTINE.SESSION_ID,
                    QUARANTINE.ANSWERED_UNTIL,
                    QUARANTINE.GAPS,
                    QUARANTINE.SIMULATED,
                    QUARANTINE.SEALED);

    private QuarantineTable() {}

    static void insert(Connection connection, List<RawArrival> frames) throws SQLException {
        if (frames.isEmpty()) {
            return;
        }
        try (CopyWriter out = new CopyWriter(connection, COLUMNS)) {
            for (RawArrival frame : frames) {
                var submission = frame.submission();
                out.row()
                        .uuid(submission.id().uuid())
                        .text(Codes.of(submission.reason()))
                        // The one character that text refuses; a raw frame has to go somewhere.
                        .text(submission.arrival().problem().replace('\0', '?'))
                        .timestamptz(submission.arrival().receivedAt())
                        .uuid(submission.arrival().origin().bind().uuid())
                        .uuid(frame.key().id())
                        .uuid(submission.arrival().origin().session().uuid())
                        .timestamptz(submission.arrival().answered().until())
                        .bigints(Gaps.micros(submission.arrival().answered()))
                        .bool(submission.arrival().origin().simulated())
                        .bytea(frame.sealed().array());
            }
            out.end();
        }
    }
}
