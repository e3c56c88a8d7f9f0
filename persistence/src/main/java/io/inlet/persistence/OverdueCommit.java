package io.inlet.persistence;

import io.inlet.feed.Publication;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try to tell long messages whose time is up, by the steps of the commit and in its order of
 * locks. For one thread, once.
 */
final class OverdueCommit {
    /** How long after a look at what keeps a message from being told is the next one. */
    static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final CommitSteps steps;
    private final OverdueTable table;
    private final Connection connection;
    private final InstantSource clock;

    OverdueCommit(
            CommitSteps steps, OverdueTable table, Connection connection, InstantSource clock) {
        this.steps = steps;
        this.table = table;
        this.connection = connection;
        this.clock = clock;
    }

    /** The events written, or null if it has to be rolled back and tried again. */
    @Nullable List<Publication> run(List<UUID> due) throws SQLException {
        List<Assembly> assemblies = heldBack(table.lock(connection, due, clock.instant()));
        if (assemblies.isEmpty()) {
            return List.of();
        }
        List<UUID> keys = Lists.map(assemblies, Assembly::key);
        LongMessages.Over over = steps.longMessages().put(connection, assemblies, keys);
        Revisions.Plan late = steps.revisions().plan(connection, over.late(), Set.of());
        steps.deliveries().renameStrays(connection, late.renamed());
        List<Newborn> newborns = new ArrayList<>(over.complete());
        newborns.addAll(late.strays());
        OverdueTable.told(connection, keys);
        table.forget(connection, late.strayed());
        List<Birth> births = steps.owners().seal(connection, newborns);
        var items = new Storing.Items(births, List.of(), late.revisions());
        Storing.Stored stored = new Storing(steps, connection, clock).store(items, List.of());
        return stored == null ? null : stored.events();
    }

    // What joined the message of a suspended lease waits until it is active again, or purged.
    private List<Assembly> heldBack(List<Assembly> due) throws SQLException {
        List<Assembly> told = due.stream().filter(Assembly::told).toList();
        Set<UUID> held =
                steps.suspensions().messages(connection, Lists.map(told, a -> a.id().uuid()));
        List<Assembly> rest = new ArrayList<>();
        for (Assembly assembly : due) {
            if (assembly.told() && held.contains(assembly.id().uuid())) {
                Instant later = clock.instant().plus(LOOK_AGAIN);
                OverdueTable.postpone(connection, assembly.key(), later);
            } else {
                rest.add(assembly);
            }
        }
        return rest;
    }
}
