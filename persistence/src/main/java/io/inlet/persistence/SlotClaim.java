package io.inlet.persistence;

import io.inlet.sms.BindId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one session has of what its gateway must hold. One thread at a time. */
final class SlotClaim implements AutoCloseable {
    private final SlotLocks locks;
    private final Slots.Wanted wanted;
    private final Set<BindId> held = new HashSet<>();
    private boolean nodeHeld;

    SlotClaim(SlotLocks locks, Slots.Wanted wanted) {
        this.locks = locks;
        this.wanted = wanted;
    }

    /**
     * Takes what it has not yet, as far as that is free.
     *
     * @return who has the rest and what to do, in one sentence for the operator, or null if there
     *     is no rest
     * @throws io.inlet.intake.StoreUnavailableException if the session has ended, and all with it
     */
    @Nullable String take() {
        locks.check();
        nodeHeld = nodeHeld || locks.take(wanted.node());
        if (!nodeHeld) {
            return "another gateway runs as node %s on this database (%s): stop it, or give this one a node name of its own"
                    .formatted(wanted.node(), locks.describe(wanted.node()));
        }
        List<String> others = takeBinds();
        return others.isEmpty()
                ? null
                : String.join(", ", others)
                        + ": stop the gateway there, or leave out here what it holds";
    }

    private List<String> takeBinds() {
        List<String> others = new ArrayList<>();
        for (Map.Entry<BindId, String> bind : wanted.binds().entrySet()) {
            BindId id = bind.getKey();
            if (held.contains(id) || locks.take(id, wanted.node())) {
                held.add(id);
            } else {
                others.add("bind %s is held by %s".formatted(bind.getValue(), locks.describe(id)));
            }
        }
        return others;
    }

    @Override
    public void close() {
        locks.close();
    }
}
