package io.inlet.intake;

import io.inlet.sms.BindName;
import io.inlet.sms.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Decodes stored messages again from their raw PDUs, after a bind's settings were corrected. Any
 * thread; calls block on the database.
 */
public interface Redecoding {
    /**
     * Decodes one page again. Where text, sender or reading differ, the message gets a new version,
     * and the old one is kept; its owner never changes, messages of purged leases are left alone.
     * Another alphabet that reads the same is no difference: such a message stays as it is, the
     * name of its former alphabet included. Called again, it finds nothing to change.
     *
     * @throws StoreUnavailableException if the database does not answer; call again
     */
    Outcome redecode(Request request);

    /** What became of a request. */
    sealed interface Outcome {}

    /** Nothing: there is no such bind, and was none. */
    record NoSuchBind() implements Outcome {}

    /**
     * Which messages.
     *
     * @param bind any part of which came over this bind
     * @param range of these
     * @param dryRun whether they are only counted
     */
    record Request(BindName bind, StoredRange range, boolean dryRun) {}

    /**
     * What became of a page.
     *
     * @param examined how many were looked at
     * @param changed how many of them have a new version, or would have without {@code dryRun}
     * @param unreadable how many do not open, or could not be decoded by the present settings, and
     *     are as they were
     * @param suspended how many were not decoded, since their leases are suspended: once those are
     *     active, call again
     * @param next where the page ended, or null if it was the last
     */
    record Redecoded(
            int examined, int changed, int unreadable, int suspended, @Nullable MessageId next)
            implements Outcome {}
}
