package io.inlet.smpp;

import io.inlet.sms.BindName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The binds there are: those that are configured, and those that were and have not ended yet. Such
 * a one that is configured again is changed, not made anew, so that a name has one bind always. Any
 * thread; never blocks for long.
 */
final class Roster {
    private final Function<CarrierSettings, Bind> maker;
    private final Map<BindName, Bind> binds = new LinkedHashMap<>();

    /** Of each bind that is to go, the last order to do so. */
    private final Map<BindName, CompletableFuture<ControlOutcome>> removals = new HashMap<>();

    private Plan plan = new Plan(List.of());
    private boolean isClosed;

    /**
     * @param maker makes the bind of a carrier that has one
     */
    Roster(Function<CarrierSettings, Bind> maker) {
        this.maker = maker;
    }

    synchronized List<AppliedChange> apply(Plan next) {
        List<BindChange> changes = next.after(plan);
        if (!isClosed) {
            plan = next;
        }
        List<AppliedChange> applied = new ArrayList<>();
        for (BindChange change : changes) {
            applied.add(new AppliedChange(change, isClosed ? stopped() : carryOut(change)));
        }
        return applied;
    }

    private static CompletableFuture<ControlOutcome> stopped() {
        return CompletableFuture.completedFuture(new ControlOutcome.Stopped());
    }

    private CompletableFuture<ControlOutcome> carryOut(BindChange change) {
        BindName name = change.name();
        Bind bind = binds.get(name);
        return switch (change.kind()) {
            case ADDED -> bind == null ? add(name) : revive(name, bind);
            case CHANGED -> known(name).change(plan.slot(name));
            case REMOVED -> remove(name);
            case UNTOUCHED -> done(known(name));
        };
    }

    private Bind known(BindName name) {
        Bind bind = binds.get(name);
        if (bind == null) {
            throw new IllegalStateException("no bind " + name);
        }
        return bind;
    }

    private CompletableFuture<ControlOutcome> add(BindName name) {
        Bind bind = maker.apply(plan.slot(name));
        binds.put(name, bind);
        bind.start();
        return done(bind);
    }

    private CompletableFuture<ControlOutcome> revive(BindName name, Bind bind) {
        removals.remove(name);
        return bind.change(plan.slot(name));
    }

    private CompletableFuture<ControlOutcome> remove(BindName name) {
        CompletableFuture<ControlOutcome> removal = known(name).remove();
        removals.put(name, removal);
        return removal.whenComplete((_, _) -> forget(name, removal));
    }

    // Only by the last order that it got: after any other it may have a session yet.
    private synchronized void forget(BindName name, CompletableFuture<ControlOutcome> removal) {
        if (removals.remove(name, removal)) {
            binds.remove(name);
        }
    }

    private static CompletableFuture<ControlOutcome> done(Bind bind) {
        return CompletableFuture.completedFuture(new ControlOutcome.Done(bind.status().state()));
    }

    /** A bind by its name, or null. */
    synchronized @Nullable Bind find(BindName name) {
        return plan.has(name) ? binds.get(name) : null;
    }

    /** How each is doing, in the order of the configuration; last those that are about to end. */
    synchronized List<BindStatus> status() {
        List<BindName> order = plan.names();
        return binds.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> place(order, entry.getKey())))
                .map(entry -> entry.getValue().status())
                .toList();
    }

    private static int place(List<BindName> order, BindName name) {
        int index = order.indexOf(name);
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    /** Stops all for good. */
    synchronized List<CompletableFuture<ControlOutcome>> close() {
        isClosed = true;
        return binds.values().stream().map(Bind::stop).toList();
    }
}
