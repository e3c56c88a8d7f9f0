package io.inlet.persistence;

import io.inlet.intake.StoreUnavailableException;
import io.inlet.sms.BindId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one session has of what its gateway must hold. One thread at a time. */
final class SlotClaim implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SlotClaim.class);

    private final SlotLocks locks;
    private final SlotRows rows;
    private final List<Integer> former;
    private Slots.Wanted wanted;
    private final Set<BindId> held = new HashSet<>();
    private final Set<BindId> written = new HashSet<>();
    private boolean nodeHeld;
    private boolean nodeWritten;
    private boolean writeFailed;

    /**
     * @param former the server's processes that serve sessions which this gateway has lost
     */
    SlotClaim(SlotLocks locks, Slots.Wanted wanted, List<Integer> former) {
        this.locks = locks;
        this.rows = locks.rows();
        this.wanted = wanted;
        this.former = List.copyOf(former);
    }

    /** Whether it can still hold anything. */
    boolean isAlive() {
        return locks.isAlive();
    }

    /** The server's process that serves its session. */
    int backend() {
        return locks.backend();
    }

    /**
     * Takes everything, or else nothing: what others wait for is not held in vain.
     *
     * @throws StoreUnavailableException if the database does not do it
     */
    SlotOutcome takeAll() {
        SlotOutcome outcome = lock(1);
        if (outcome instanceof SlotOutcome.Held) {
            writeDown();
        } else {
            release();
        }
        return outcome;
    }

    /**
     * Takes what it has not yet, as far as that is free, and gives free what is not wanted.
     *
     * @throws StoreUnavailableException if the database does not do it
     */
    SlotOutcome take() {
        freeTheRest();
        SlotOutcome outcome = lock(Integer.MAX_VALUE);
        writeDown();
        return outcome;
    }

    /**
     * Takes more binds, all or none.
     *
     * @param more what it must hold from now on, with those that it holds already
     * @throws StoreUnavailableException if the database does not do it; what it took then is given
     *     free by the next {@link #take}
     */
    SlotOutcome extend(Slots.Wanted more) {
        Slots.Wanted before = wanted;
        wanted = more;
        SlotOutcome outcome = null;
        try {
            outcome = lock(1);
        } finally {
            if (!(outcome instanceof SlotOutcome.Held)) {
                wanted = before;
            }
        }
        if (outcome instanceof SlotOutcome.Held) {
            writeDown();
        } else {
            freeTheRest();
        }
        return outcome;
    }

    /**
     * Gives binds free.
     *
     * @param rest what it must hold from now on
     * @throws StoreUnavailableException if the database does not do it; the next {@link #take} does
     */
    void shrink(Slots.Wanted rest) {
        wanted = rest;
        freeTheRest();
    }

    // First the lock, which others wait for; the row only tells people.
    private void freeTheRest() {
        for (BindId bind : List.copyOf(held)) {
            if (!wanted.binds().containsKey(bind)) {
                locks.free(bind);
                held.remove(bind);
                if (written.remove(bind)) {
                    rows.forget(bind);
                }
            }
        }
    }

    private SlotOutcome lock(int refusals) {
        nodeHeld = nodeHeld || locks.take(wanted.node());
        if (nodeHeld) {
            return outcome(lockBinds(refusals));
        }
        return !former.isEmpty() && locks.isWith(former, wanted.node())
                ? new SlotOutcome.StillOurs(former)
                : new SlotOutcome.NodeTaken(wanted.node(), rows.describe(wanted.node()));
    }

    private List<BindId> lockBinds(int refusals) {
        List<BindId> refused = new ArrayList<>();
        for (BindId bind : order()) {
            if (held.contains(bind) || locks.take(bind)) {
                held.add(bind);
            } else {
                refused.add(bind);
            }
            if (refused.size() == refusals) {
                break;
            }
        }
        return refused;
    }

    // One order for all: of several that want the same, one gets past the first.
    private List<BindId> order() {
        return wanted.binds().keySet().stream().sorted(Comparator.comparing(BindId::uuid)).toList();
    }

    private SlotOutcome outcome(List<BindId> refused) {
        if (refused.isEmpty()) {
            return new SlotOutcome.Held();
        }
        List<String> others =
                refused.stream()
                        // Freed just now by another, it was not ours.
                        .filter(bind -> former.isEmpty() || !locks.isWith(former, bind))
                        .map(this::describe)
                        .toList();
        return others.isEmpty()
                ? new SlotOutcome.StillOurs(former)
                : new SlotOutcome.BindsTaken(others);
    }

    private String describe(BindId bind) {
        return "bind %s is held by %s".formatted(wanted.binds().get(bind), rows.describe(bind));
    }

    private void release() {
        locks.release();
        held.clear();
        nodeHeld = false;
    }

    // What is held is held, also while the database writes nothing.
    private void writeDown() {
        try {
            if (nodeHeld && !nodeWritten) {
                rows.write(wanted.node());
                nodeWritten = true;
            }
            for (BindId bind : held) {
                if (!written.contains(bind)) {
                    rows.write(bind, wanted.node());
                    written.add(bind);
                }
            }
        } catch (StoreUnavailableException e) {
            if (!writeFailed) {
                log.warn("slots are held, but others cannot read by whom: {}", e.getMessage());
            }
            writeFailed = true;
        }
    }

    @Override
    public void close() {
        locks.close();
    }
}
