package io.inlet.persistence;

import io.inlet.feed.Revised;
import io.inlet.intake.Owner;
import io.inlet.sms.ReceivedPart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    Revisions(VersionTable table, Owners owners, Assembler assembler) {
        this.table = table;
        this.owners = owners;
        this.assembler = assembler;
    }

    /**
     * What becomes of late parts.
     *
     * @param revisions messages that they join
     * @param strays messages of their own, where they must not join
     * @param strayed the long messages whose late parts are in {@code strays}
     */
    record Plan(List<Revision> revisions, List<Newborn> strays, Set<UUID> strayed) {
        static final Plan NOTHING = new Plan(List.of(), List.of(), Set.of());
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
        Set<UUID> strayed = new HashSet<>();
        for (int i = 0; i < late.size(); i++) {
            LateParts parts = late.get(i);
            Former former = formers.get(parts.whole().draft().id().uuid());
            if (former != null && Revision.fits(former, found.get(i))) {
                revisions.add(revision(connection, former, parts.whole(), Revised.Cause.COMPLETED));
            } else {
                strays.add(assembler.stray(parts, told(former)));
                strayed.add(parts.key());
            }
        }
        return new Plan(revisions, strays, strayed);
    }

    private static Set<Integer> told(@Nullable Former former) {
        return former == null
                ? Set.of()
                : former.content().parts().stream()
                        .map(ReceivedPart::number)
                        .collect(Collectors.toSet());
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
     *     its message, so that the transaction has to be tried again
     */
    @Nullable List<Revision> settle(Connection connection, List<Revision> revisions)
            throws SQLException {
        if (revisions.isEmpty()) {
            return revisions;
        }
        List<Owner> now = owners.now(connection, Lists.map(revisions, Revision::next));
        List<Revision> settled = new ArrayList<>(revisions.size());
        for (int i = 0; i < revisions.size(); i++) {
            Revision revision = revisions.get(i);
            boolean fits = Revision.fits(revision.former(), now.get(i));
            if (!fits && revision.revised().cause() == Revised.Cause.COMPLETED) {
                return null;
            }
            settled.add(fits ? revision.as(now.get(i)) : revision);
        }
        return settled;
    }
}
