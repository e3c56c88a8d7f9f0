package io.inlet.persistence;

import io.inlet.feed.Publication;
import io.inlet.feed.Revised;
import io.inlet.intake.Draft;
import io.inlet.lease.LeaseId;
import io.inlet.sms.BindId;
import io.inlet.sms.Content;
import io.inlet.sms.MessageId;
import io.inlet.sms.Msisdn;
import io.inlet.sms.ReceivedPart;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at stored messages and makes new versions of those that say something else now, in one
 * transaction. For one thread; each try of the transaction begins anew.
 */
abstract class Revising {
    /**
     * After that, what is left waits for the next page: parts that come late wait for the locks.
     */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Revising.class);

    private final Which which;
    private Counts counts = Counts.NONE;
    private List<Publication> events = List.of();
    private @Nullable MessageId cutAfter;

    /**
     * Which messages, and what is done with them.
     *
     * @param cause why their new versions are made
     * @param bind those of which a part came over this bind, or null for all
     * @param dryRun whether nothing is stored, nor locked
     */
    record Which(Revised.Cause cause, @Nullable BindId bind, boolean dryRun) {
        private boolean takes(Content content) {
            return bind == null
                    || content.parts().stream().anyMatch(part -> part.bind().equals(bind));
        }
    }

    /**
     * What became of them.
     *
     * @param examined how many were looked at
     * @param changed how many of them say something else now
     * @param unreadable how many of them do not open, or cannot be read
     * @param suspended how many were passed over since their leases are suspended: their consumers
     *     could not be told
     */
    record Counts(int examined, int changed, int unreadable, int suspended) {
        private static final Counts NONE = new Counts(0, 0, 0, 0);

        private Counts looked(boolean different) {
            return new Counts(examined + 1, changed + (different ? 1 : 0), unreadable, suspended);
        }

        private Counts notRead() {
            return new Counts(examined, changed, unreadable + 1, suspended);
        }

        private Counts passedOver() {
            return new Counts(examined, changed, unreadable, suspended + 1);
        }
    }

    Revising(Which which) {
        this.which = which;
    }

    /** Forgets what an earlier try counted. */
    abstract void begin();

    /** What a message says now, or null if that is what it said before, or cannot be told. */
    abstract @Nullable Draft read(Former former, Content content);

    /** Notes that a message that is looked at cannot be read, and stays as it was. */
    final void notRead() {
        counts = counts.notRead();
    }

    /** What was told, once it is committed. */
    List<Publication> events() {
        return events;
    }

    Counts counts() {
        return counts;
    }

    /** Where to go on after a page: before its end, if the time was up. */
    @Nullable MessageId next(StoredPage page) {
        return cutAfter == null ? page.next() : cutAfter;
    }

    /** One try; false if it has to be rolled back and tried again. */
    boolean run(CommitSteps steps, Connection connection, InstantSource clock, Collection<UUID> ids)
            throws SQLException {
        begin();
        counts = Counts.NONE;
        cutAfter = null;
        List<Revision> revisions = new ArrayList<>();
        List<Former> formers =
                which.dryRun
                        ? steps.revisions().read(connection, ids)
                        : steps.revisions().lock(connection, ids);
        List<UUID> leases = leases(formers);
        Set<UUID> suspended = steps.suspensions().leases(connection, leases);
        Set<UUID> purged = steps.suspensions().purged(connection, leases);
        Instant end = clock.instant().plus(LONGEST);
        Former done = null;
        for (Former former : formers) {
            if (done != null && clock.instant().isAfter(end)) {
                cutAfter = done.id();
                break;
            }
            Draft draft = isIn(purged, former) ? null : look(former, suspended);
            if (draft != null && !which.dryRun) {
                Newborn next = next(former, draft, revisions.size());
                revisions.add(steps.revisions().revision(connection, former, next, which.cause));
            }
            done = former;
        }
        return which.dryRun || isStored(revisions, new Storing(steps, connection, clock));
    }

    private boolean isStored(List<Revision> revisions, Storing storing) throws SQLException {
        var items = new Storing.Items(List.of(), List.of(), revisions);
        Storing.Stored stored = storing.store(items, List.of());
        if (stored == null) {
            return false;
        }
        events = stored.events();
        return true;
    }

    private @Nullable Draft look(Former former, Set<UUID> suspended) {
        Content content = former.contentOrNull();
        if (content != null && !which.takes(content)) {
            return null;
        }
        if (isIn(suspended, former)) {
            counts = counts.passedOver();
            return null;
        }
        if (content == null) {
            log.warn("message {} does not open and stays as it is", former.id());
            notRead();
        }
        Draft draft = content == null ? null : read(former, content);
        counts = counts.looked(draft != null);
        return draft;
    }

    private static boolean isIn(Set<UUID> leases, Former former) {
        LeaseId lease = former.lease();
        return lease != null && leases.contains(lease.uuid());
    }

    private static List<UUID> leases(List<Former> formers) {
        return formers.stream()
                .map(Former::lease)
                .filter(Objects::nonNull)
                .map(LeaseId::uuid)
                .distinct()
                .toList();
    }

    private static Newborn next(Former former, Draft draft, int place) {
        Msisdn number = former.number();
        String destination =
                number == null ? draft.content().destination().value() : number.digits();
        List<Claim> claims =
                draft.content().parts().stream()
                        .map(ReceivedPart::arrivedAt)
                        .sorted(Comparator.naturalOrder())
                        .map(arrival -> new Claim(destination, arrival))
                        .toList();
        return new Newborn(
                place,
                draft,
                former.bind(),
                former.simulated(),
                claims,
                former.deliveries(),
                false);
    }
}
