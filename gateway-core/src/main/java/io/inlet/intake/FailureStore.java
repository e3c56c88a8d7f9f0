package io.inlet.intake;

import io.inlet.sms.MessageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was kept raw. Any thread; calls block on the database. */
public interface FailureStore {
    /**
     * Failures, in the order of their ids.
     *
     * @throws StoreUnavailableException if the database does not answer
     */
    List<Failure> list(FailureQuery query);

    /**
     * Reads one page of failures again, by what their binds' settings are now. What is a message
     * now is committed with its original arrival: it belongs to the lease of that time, or to
     * nobody. The rest stays, with what is wrong with it now. May be called again, and by several
     * gateways at once.
     *
     * @throws StoreUnavailableException if the database does not answer; call again
     */
    Reprocessed reprocess(FailureQuery query);

    /**
     * What became of a page of failures.
     *
     * @param examined how many were read again
     * @param messages how many are messages now
     * @param parts how many are parts of long messages, others of which are missing
     * @param quarantined how many are messages of nobody
     * @param redelivered how many are copies of a message that was there already
     * @param failed how many stay failures
     * @param next where the page ended, or null if it was the last
     */
    record Reprocessed(
            int examined,
            int messages,
            int parts,
            int quarantined,
            int redelivered,
            int failed,
            @Nullable MessageId next) {}
}
