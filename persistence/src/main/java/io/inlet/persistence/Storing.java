package io.inlet.persistence;

import io.inlet.feed.Publication;
import io.inlet.intake.Owner;
import io.inlet.persistence.Deliveries.Redelivery;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second half of a commit, whatever it came from: stores messages, later versions and raw
 * frames, and tells of them. For one thread, once.
 */
final class Storing {
    private final CommitSteps steps;
    private final Connection connection;
    private final InstantSource clock;

    /** What a commit stores; revisions are of messages that it has locked. */
    record Items(List<Birth> births, List<RawArrival> raws, List<Revision> revisions) {}

    /** What it stored and told, in the order in which it was told. */
    record Stored(List<Telling> told, List<Publication> events) {}

    Storing(CommitSteps steps, Connection connection, InstantSource clock) {
        this.steps = steps;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Stores.
     *
     * @return what, or null if the transaction has to be rolled back and tried again: a lease came
     *     to a tenant whose feed is not locked, or a late part does not join after all
     */
    @Nullable Stored store(Items items, Collection<Redelivery> redelivered) throws SQLException {
        MessageTable.insert(connection, items.births());
        QuarantineTable.insert(connection, items.raws());
        MessageTable.recount(connection, redelivered);

        if (!items.revisions().isEmpty()) {
            // Their rows are locked already: what can be written before the feeds' locks is.
            VersionTable.keep(connection, items.revisions(), PgTime.floor(clock.instant()));
        }

        FeedHeads heads = FeedHeads.lock(connection, tenants(items));
        List<Birth> births = rightOwners(items.births(), heads);
        List<Revision> revisions = steps.revisions().settle(connection, items.revisions());
        if (births == null || revisions == null) {
            return null;
        }
        // Read under the heads' locks, so that time does not go back along a sequence.
        Instant now = PgTime.floor(clock.instant());
        OptOutTable.note(connection, births, now);
        if (!revisions.isEmpty()) {
            VersionTable.revise(connection, revisions);
        }
        return tell(inOrder(births, items.raws(), revisions), heads, now);
    }

    // The built-in tenant's feed tells what is nobody's, raw frames too.
    private static Set<TenantId> tenants(Items items) {
        Set<TenantId> tenants = new HashSet<>();
        items.births().forEach(birth -> tenants.addAll(birth.tenants()));
        items.revisions().forEach(revision -> tenants.add(revision.former().tenant()));
        if (!items.raws().isEmpty()) {
            tenants.add(Tenant.SYSTEM);
        }
        return tenants;
    }

    private @Nullable List<Birth> rightOwners(List<Birth> births, FeedHeads heads)
            throws SQLException {
        List<Birth> changed = steps.owners().judgeAgain(connection, births);
        if (changed.isEmpty()) {
            return births;
        }
        if (changed.stream().anyMatch(Storing::wouldJoin)
                || !changed.stream()
                        .map(Birth::tenants)
                        .flatMap(Set::stream)
                        .allMatch(heads::hold)) {
            return null;
        }
        MessageTable.withdraw(connection, changed);
        MessageTable.insert(connection, changed);
        Map<Integer, Birth> byPlace = new HashMap<>();
        changed.forEach(birth -> byPlace.put(birth.place(), birth));
        return Lists.map(births, birth -> byPlace.getOrDefault(birth.place(), birth));
    }

    // Stray parts that have an owner after all belong into the message that he has.
    private static boolean wouldJoin(Birth birth) {
        return birth.newborn().stray() && birth.owner() instanceof Owner.Lessee;
    }

    private static List<Telling> inOrder(
            List<Birth> births, List<RawArrival> raws, List<Revision> revisions) {
        List<Telling> all = new ArrayList<>(births.size() + raws.size() + revisions.size());
        all.addAll(births);
        all.addAll(raws);
        all.addAll(revisions);
        all.sort(Comparator.comparingInt(Telling::place));
        return all;
    }

    private Stored tell(List<Telling> told, FeedHeads heads, Instant now) throws SQLException {
        Announcements announcements = new Announcements(heads, now);
        told.forEach(announcements::tell);
        FeedTable.insert(connection, announcements.rows());
        heads.store(connection);
        return new Stored(told, announcements.events());
    }
}
