package io.inlet.persistence;

import io.inlet.feed.Wakeups;
import io.inlet.intake.DataRefusedException;
import io.inlet.intake.Disposition;
import io.inlet.intake.Failure;
import io.inlet.intake.FailureQuery;
import io.inlet.intake.FailureStore;
import io.inlet.intake.Preparer;
import io.inlet.intake.Submission;
import io.inlet.seal.BrokenSealException;
import io.inlet.seal.Seal;
import io.inlet.sms.Arrival;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Segment;
import io.inlet.sms.StoredPduReader;
import io.inlet.sms.UnreadableFrame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what was kept raw, and makes messages of it. Any thread; blocks on the database. */
public final class PostgresFailures implements FailureStore {
    private static final int RAW_VERSION = 0;

    private final Database database;
    private final ContentKeys keys;
    private final PostgresMessages messages;
    private final Ports ports;

    /**
     * What reading again needs.
     *
     * @param reader reads PDUs by what the settings are now
     * @param preparers makes a preparer for each call
     * @param wakeups is told of what is committed
     */
    public record Ports(StoredPduReader reader, Supplier<Preparer> preparers, Wakeups wakeups) {}

    public PostgresFailures(
            Database database, ContentKeys keys, PostgresMessages messages, Ports ports) {
        this.database = database;
        this.keys = keys;
        this.messages = messages;
        this.ports = ports;
    }

    @Override
    public List<Failure> list(FailureQuery query) {
        return FailureTable.list(database.dsl(), query);
    }

    @Override
    public Reprocessed reprocess(FailureQuery query) {
        List<FailureTable.Row> page = FailureTable.page(database.dsl(), query);
        Preparer preparer = ports.preparers().get();
        Map<MessageId, String> problems = new LinkedHashMap<>();
        List<Submission> readable = new ArrayList<>();
        for (FailureTable.Row row : page) {
            MessageId id = row.failure().id();
            switch (read(row)) {
                case Segment segment -> {
                    try {
                        readable.add(preparer.prepare(segment.readAfter(row.answered()), id));
                    } catch (RuntimeException e) {
                        // What breaks our code again must not keep the others from being read;
                        // its message may hold what it was working on.
                        problems.put(id, e.getClass().getName());
                    }
                }
                case UnreadableFrame frame -> problems.put(id, frame.problem());
            }
        }
        List<Disposition> became = new ArrayList<>();
        commitAll(readable, became, problems);
        messages.note(problems);
        MessageId next = page.size() == query.limit() ? page.getLast().failure().id() : null;
        return new Reprocessed(
                became.size() + problems.size(),
                count(became, Disposition.Stored.class),
                count(became, Disposition.AwaitingSegments.class),
                count(became, Disposition.Quarantined.class),
                count(became, Disposition.Redelivered.class),
                problems.size(),
                next);
    }

    private static int count(List<Disposition> became, Class<? extends Disposition> what) {
        return (int) became.stream().filter(what::isInstance).count();
    }

    private Arrival read(FailureTable.Row row) {
        Failure failure = row.failure();
        MessageRow.Sealed sealed = row.pdu();
        if (sealed == null) {
            return unreadable(row, "its content was purged");
        }
        try {
            byte[] pdu =
                    Seal.open(
                            keys.open(sealed.keyId(), sealed.wrappedKey().array()),
                            failure.id().uuid(),
                            RAW_VERSION,
                            sealed.octets());
            return ports.reader().read(row.origin(), failure.arrivedAt(), Octets.wrap(pdu));
        } catch (BrokenSealException _) {
            return unreadable(row, "its content does not open any more");
        }
    }

    private static UnreadableFrame unreadable(FailureTable.Row row, String problem) {
        return new UnreadableFrame(
                row.origin(), row.failure().arrivedAt(), row.answered(), Octets.EMPTY, problem);
    }

    // A commit takes each fingerprint once: copies go into a later one.
    private void commitAll(
            List<Submission> readable, List<Disposition> became, Map<MessageId, String> problems) {
        List<Submission> rest = readable;
        while (!rest.isEmpty()) {
            Set<UUID> names = new HashSet<>();
            List<Submission> batch = new ArrayList<>();
            List<Submission> copies = new ArrayList<>();
            for (Submission submission : rest) {
                (names.add(submission.fingerprint()) ? batch : copies).add(submission);
            }
            commit(batch, became, problems);
            rest = copies;
        }
    }

    private void commit(
            List<Submission> batch, List<Disposition> became, Map<MessageId, String> problems) {
        try {
            var committed = messages.commitTaken(batch);
            became.addAll(committed.dispositions());
            ports.wakeups().published(committed.events());
        } catch (DataRefusedException e) {
            if (batch.size() > 1) {
                commit(batch.subList(0, batch.size() / 2), became, problems);
                commit(batch.subList(batch.size() / 2, batch.size()), became, problems);
            } else {
                problems.put(batch.getFirst().id(), String.valueOf(e.getMessage()));
            }
        }
    }
}
