package io.inlet.intake;

import io.inlet.feed.Publication;
import java.util.List;

/**
 * Makes arrivals durable. One lane calls it at a time for its own batch; lanes call it in parallel.
 */
public interface MessageStore {
    /**
     * Commits a batch in one transaction: messages, their leases and their events, durable when
     * this returns. No two submissions of a batch have the same fingerprint.
     *
     * @param batch in order of arrival
     * @return one disposition for each submission, in the same order, and the events written
     * @throws DataRefusedException if the data is at fault; nothing is stored
     * @throws StoreUnavailableException if the database is away; nothing is stored
     * @throws OutcomeUnknownException if it went away during the commit
     */
    Committed commit(List<Submission> batch);

    /**
     * What a commit did.
     *
     * @param dispositions one for each submission, in the same order; never {@link
     *     Disposition.Deferred}
     * @param events what was written to the feeds, in the order of each feed, with the messages
     *     that were born
     */
    record Committed(List<Disposition> dispositions, List<Publication> events) {}
}
