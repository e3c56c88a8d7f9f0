package io.inlet.persistence;

import io.inlet.feed.Revised;
import io.inlet.intake.Owner;
import io.inlet.lease.LeaseId;
import io.inlet.sms.MessageId;
import io.inlet.sms.ReceivedPart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of messages that have a later version: whether the owner of the former one
 * may have it. Any thread, each with a connection of its own.
 */
final class Revisions {
    private final VersionTable table;
    private final Owners owners;
    private final Assembler assembler;
    private final Suspensions suspensions;

    Revisions(VersionTable table, Owners owners, Assembler assembler, Suspensions suspensions) {
        this.table = table;
        this.owners = owners;
        this.assembler = assembler;
        this.suspensions = suspensions;
    }

    /**
     * What becomes of late parts.
     *
     * @param revisions messages that they join
     * @param strays messages of their own, where they must not join
     * @param renamed the ids of the strays, by the fingerprints of their parts
     * @param strayed the long messages whose late parts are in {@code strays}
     */
    record Plan(
            List<Revision> revisions,
            List<Newborn> strays,
            Map<UUID, MessageId> renamed,
            Set<UUID> strayed) {
        static final Plan NOTHING = new Plan(List.of(), List.of(), Map.of(), Set.of());
    }

    /**
     * Locks the messages that parts are late for, and decides by what is remembered of the leases.
     *
     * @param others messages that the transaction will change besides: all are locked in one order
     */
    Plan plan(Connection connection, List<LateParts> late, Set<UUID> others) throws SQLException {
        if (late.isEmpty()) {
            return Plan.NOTHING;
        }
        Set<UUID> ids = new HashSet<>(others);
        late.forEach(parts -> ids.add(parts.whole().draft().id().uuid()));
        Map<UUID, Former> formers = table.lock(connection, ids);
        List<Owner> found = owners.known(connection, Lists.map(late, LateParts::whole));
        List<Revision> revisions = new ArrayList<>();
        List<Newborn> strays = new ArrayList<>();
        Map<UUID, MessageId> renamed = new HashMap<>();
        Set<UUID> strayed = new HashSet<>();
        for (int i = 0; i < late.size(); i++) {
            LateParts parts = late.get(i);
            Former former = formers.get(parts.whole().draft().id().uuid());
            if (former != null && Revision.fits(former, found.get(i))) {
                Newborn next = assembler.ownedBy(former.tenant(), parts.whole());
                revisions.add(revision(connection, former, next, Revised.Cause.COMPLETED));
            } else {
                Newborn stray = assembler.stray(parts, told(former));
                strays.add(stray);
                parts.untold(told(former))
                        .forEach(piece ->
                                renamed.put(piece.part().fingerprint(), stray.draft().id()));
                strayed.add(parts.key());
            }
        }
        // Late parts of a suspended lease are held back, but those that the next message under
        // their reference has ended cannot be.
        Set<UUID> suspended = suspensions.leases(connection, leases(revisions));
        revisions.replaceAll(revision -> revision.silentIn(suspended));
        return new Plan(revisions, strays, renamed, strayed);
    }

    private static Set<Integer> told(@Nullable Former former) {
        return former == null
                ? Set.of()
                : former.content().parts().stream()
                        .map(ReceivedPart::number)
                        .collect(Collectors.toSet());
    }

    /** Locks messages, in the order of their ids. */
    List<Former> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        return inOrder(table.lock(connection, ids));
    }

    /** The same without a lock, for who changes nothing. */
    List<Former> read(Connection connection, Collection<UUID> ids) throws SQLException {
        return inOrder(table.read(connection, ids));
    }

    private static List<Former> inOrder(Map<UUID, Former> formers) {
        return formers.values().stream()
                .sorted(Comparator.comparing(former -> former.id().uuid(), UuidOrder.ASCENDING))
                .toList();
    }

    /** The next version of a message that is locked. */
    Revision revision(Connection connection, Former former, Newborn next, Revised.Cause cause)
            throws SQLException {
        String code = next.draft().content().reading().code();
        boolean newCode =
                code != null
                        && former.lease() != null
                        && !table.codes(connection, former).contains(code);
        return Revision.of(former, next, new Revised(cause, newCode));
    }

    /**
     * Looks at the leases again, once no lease of the tenants can change.
     *
     * @return the revisions as they are to be stored, or null if a late part turns out not to join
     *     its message, or to be of a lease that was suspended meanwhile, so that the transaction
     *     has to be tried again
     */
    @Nullable List<Revision> settle(Connection connection, List<Revision> revisions)
            throws SQLException {
        Set<UUID> suspended = suspensions.leases(connection, leases(revisions));
        boolean wereToWait =
                revisions.stream()
                        .anyMatch(revision -> revision.isIn(suspended) && !revision.silent());
        return !wereToWait && joinStill(connection, revisions)
                ? Lists.map(revisions, revision -> revision.silentIn(suspended))
                : null;
    }

    private boolean joinStill(Connection connection, List<Revision> revisions) throws SQLException {
        List<Revision> completed =
                revisions.stream()
                        .filter(r -> r.revised().cause() == Revised.Cause.COMPLETED)
                        .toList();
        if (completed.isEmpty()) {
            return true;
        }
        List<Owner> now = owners.now(connection, Lists.map(completed, Revision::next));
        for (int i = 0; i < completed.size(); i++) {
            if (!Revision.fits(completed.get(i).former(), now.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Set<UUID> leases(List<Revision> revisions) {
        return revisions.stream()
                .map(revision -> revision.former().lease())
                .filter(Objects::nonNull)
                .map(LeaseId::uuid)
                .collect(Collectors.toSet());
    }
}
