package io.inlet.intake;

import io.inlet.code.ReadingDifference;
import io.inlet.sms.BindName;
import io.inlet.sms.MessageId;
import io.inlet.tenant.TenantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the codes of stored messages again, after rules for codes were changed. Texts stay as they
 * were decoded; {@link Redecoding} is for those. Any thread; calls block on the database.
 */
public interface Rereading {
    /**
     * Reads one page again by the present rules. Where readings differ by a {@link
     * ReadingDifference}, the message gets a new version whose {@code ruleVersion} is the present
     * one, its lessee is told, and the old version is kept; its owner never changes, and messages
     * of purged leases are left alone. Called again, it finds nothing to change.
     *
     * <p>Where only confidence, rule, rule version or candidates differ, there is no new version:
     * each set of rules would make one of every message that is kept, with an event to each
     * consumer, for something that nobody acts on. The rule version of such a message is that by
     * which it was first read so.
     *
     * @return what became of the page. It may end early: after the messages of 5 seconds, so that
     *     late parts do not wait long for its locks, or after 2,000 that were not wanted
     * @throws StoreUnavailableException if the database does not answer; call again
     */
    Outcome reread(Request request);

    /** What became of a request. */
    sealed interface Outcome {}

    /** Nothing: there is no such tenant. */
    record NoSuchTenant() implements Outcome {}

    /** Nothing: there is no such bind, and was none. */
    record NoSuchBind() implements Outcome {}

    /**
     * Which messages.
     *
     * @param tenant of this tenant, or null for any; nobody's are the built-in tenant's
     * @param bind any part of which came over this bind, which need not be configured any more, or
     *     null for any
     * @param range of these
     * @param dryRun whether they are only counted
     */
    record Request(
            @Nullable TenantId tenant,
            @Nullable BindName bind,
            StoredRange range,
            boolean dryRun) {}

    /**
     * What became of a page.
     *
     * @param examined how many were looked at
     * @param changed how many of them have a new version, or would have without {@code dryRun}
     * @param unreadable how many of them do not open (their key is lost, or they are damaged), and
     *     are as they were
     * @param suspended how many were not read, since their leases are suspended: once those are
     *     active, call again
     * @param differences in how many of {@code changed} there is which difference; what is not
     *     there is in none
     * @param next where the page ended, or null if it was the last
     */
    record Reread(
            int examined,
            int changed,
            int unreadable,
            int suspended,
            Map<ReadingDifference, Integer> differences,
            @Nullable MessageId next)
            implements Outcome {
        public Reread {
            differences = Map.copyOf(differences);
        }
    }
}
