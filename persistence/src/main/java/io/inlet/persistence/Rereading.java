package io.inlet.persistence;

import io.inlet.feed.Publication;
import io.inlet.feed.Revised;
import io.inlet.intake.Draft;
import io.inlet.lease.LeaseId;
import io.inlet.sms.Msisdn;
import io.inlet.sms.ReceivedPart;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads stored messages again and makes new versions of those that say something else now, in one
 * transaction. For one thread; each try of the transaction begins anew.
 */
abstract class Rereading {
    private final Revised.Cause cause;
    private final boolean dryRun;
    private List<Publication> events = List.of();

    /**
     * @param dryRun whether nothing is stored
     */
    Rereading(Revised.Cause cause, boolean dryRun) {
        this.cause = cause;
        this.dryRun = dryRun;
    }

    /** Forgets what an earlier try counted. */
    abstract void begin();

    /** Passes over a message whose lease is suspended: its consumer could not be told of it. */
    abstract void passOver(Former former);

    /** What a message says now, or null if that is what it said before, or cannot be told. */
    abstract @Nullable Draft read(Former former);

    /** What was told, once it is committed. */
    List<Publication> events() {
        return events;
    }

    /** One try; false if it has to be rolled back and tried again. */
    boolean run(CommitSteps steps, Connection connection, InstantSource clock, Collection<UUID> ids)
            throws SQLException {
        begin();
        List<Revision> revisions = new ArrayList<>();
        List<Former> formers = steps.revisions().lock(connection, ids);
        Set<UUID> suspended = steps.suspensions().leases(connection, leases(formers));
        for (Former former : formers) {
            LeaseId lease = former.lease();
            if (lease != null && suspended.contains(lease.uuid())) {
                passOver(former);
                continue;
            }
            Draft draft = read(former);
            if (draft != null && !dryRun) {
                Newborn next = next(former, draft, revisions.size());
                revisions.add(steps.revisions().revision(connection, former, next, cause));
            }
        }
        var items = new Storing.Items(List.of(), List.of(), revisions);
        Storing.Stored stored = new Storing(steps, connection, clock).store(items, List.of());
        if (stored == null) {
            return false;
        }
        events = stored.events();
        return true;
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
