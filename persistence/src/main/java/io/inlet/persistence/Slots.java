package io.inlet.persistence;

import io.inlet.intake.StoreUnavailableException;
import io.inlet.sms.BindId;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a node's name and its slots (its configured binds) against all other gateways on the
 * database, while this one runs. After the database was away they are taken again; what another
 * took meanwhile is told, and taken as soon as it is free. One owner takes and closes it; any
 * thread may ask how it stands.
 */
public final class Slots implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Slots.class);
    private static final Duration TICK = Duration.ofSeconds(2);

    /** The server may notice only now that the process which had them was killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration CHANGE = Duration.ofSeconds(15);

    private static final Duration STOP = Duration.ofSeconds(2);

    private final DatabaseLogin login;
    private final DatabaseSettings settings;
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("slots").daemon().factory());

    private final JobLog jobLog =
            new JobLog(
                    log,
                    "the database is away, looking for it every " + TICK,
                    "the database is back");

    private final SlotWatch watch =
            new SlotWatch(InstantSource.system(), SlotLocks.KEEPALIVE.plus(TICK));

    // The ticker's while that runs: the session, null while the database is away; and the sessions
    // that were lost, which the server may not know yet.
    private Wanted wanted;
    private @Nullable SlotClaim claim;
    private final List<Integer> former = new ArrayList<>();

    /**
     * What a gateway must hold.
     *
     * @param node its name
     * @param binds its binds, each with the name that people know it by
     */
    public record Wanted(String node, Map<BindId, String> binds) {
        public Wanted {
            binds = Collections.unmodifiableMap(new LinkedHashMap<>(binds));
        }

        private Wanted with(Map<BindId, String> more) {
            Map<BindId, String> all = new LinkedHashMap<>(binds);
            all.putAll(more);
            return new Wanted(node, all);
        }

        private Wanted without(Set<BindId> gone) {
            Map<BindId, String> rest = new LinkedHashMap<>(binds);
            rest.keySet().removeAll(gone);
            return new Wanted(node, rest);
        }
    }

    private Slots(DatabaseLogin login, DatabaseSettings settings, Wanted wanted, SlotClaim claim) {
        this.login = login;
        this.settings = settings;
        this.wanted = wanted;
        this.claim = claim;
    }

    /**
     * Takes all that is wanted, and keeps it until {@link #close}, or the end of the process.
     *
     * @throws SlotTakenException if another gateway has some of it; nothing is held then
     * @throws StoreUnavailableException if the database is away
     */
    public static Slots take(DatabaseLogin login, DatabaseSettings settings, Wanted wanted) {
        SlotClaim claim = new SlotClaim(SlotLocks.connect(login, settings), wanted, List.of());
        try {
            if (takeWithPatience(claim) instanceof SlotOutcome.Missing missing) {
                throw new SlotTakenException(missing.advice());
            }
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
        Slots slots = new Slots(login, settings, wanted, claim);
        slots.start();
        return slots;
    }

    private static SlotOutcome takeWithPatience(SlotClaim claim) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        SlotOutcome outcome = claim.takeAll();
        while (outcome instanceof SlotOutcome.Missing && System.nanoTime() < deadline) {
            try {
                Pause.brief();
            } catch (IOException e) {
                return outcome;
            }
            outcome = claim.takeAll();
        }
        return outcome;
    }

    private void start() {
        var _ =
                ticker.scheduleWithFixedDelay(
                        this::keep, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * How it stands: {@code Held}, also while a former session of ours may still end; else who has
     * what this gateway must hold.
     */
    public SlotOutcome state() {
        return watch.state();
    }

    /**
     * Takes more binds, all or none, and keeps them too.
     *
     * @return {@code Held}, or who has some of them
     * @throws StoreUnavailableException if the database is away; nothing is taken
     */
    public SlotOutcome add(Map<BindId, String> more) {
        var decided = new AtomicBoolean();
        try {
            return onTicker(() -> add(more, decided));
        } catch (StoreUnavailableException e) {
            if (decided.compareAndSet(false, true)) {
                throw e;
            }
            return new SlotOutcome.Held();
        }
    }

    // Who gave up first was told that nothing is taken; who was later finds that it is kept.
    private SlotOutcome add(Map<BindId, String> more, AtomicBoolean decided) {
        Wanted all = wanted.with(more);
        SlotOutcome outcome = reached().extend(all);
        if (outcome instanceof SlotOutcome.Held) {
            if (decided.compareAndSet(false, true)) {
                wanted = all;
            } else {
                reached().shrink(wanted);
            }
        }
        return outcome;
    }

    /**
     * Gives binds free, whose sessions have ended; if the database does not do it now, then as soon
     * as it does.
     *
     * @throws StoreUnavailableException if it is not done yet
     */
    public void remove(Set<BindId> gone) {
        var _ =
                onTicker(() -> {
                    wanted = wanted.without(gone);
                    SlotClaim current = claim;
                    if (current != null) {
                        current.shrink(wanted);
                    }
                    return wanted;
                });
    }

    private <T> T onTicker(Callable<T> work) {
        try {
            return ticker.submit(work).get(CHANGE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new StoreUnavailableException("slots could not be changed in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted", e);
        }
    }

    // Whatever it throws ends a repeated task for good, and the slots with the next gap.
    private void keep() {
        try {
            SlotOutcome outcome = reached().take();
            jobLog.worked();
            if (outcome instanceof SlotOutcome.Held) {
                former.clear();
            }
            watch.tell(outcome);
        } catch (RuntimeException | Error e) {
            jobLog.failed(e);
        }
    }

    // A failure alone does not end the session: a server that writes nothing still holds locks.
    private SlotClaim reached() {
        SlotClaim current = claim;
        if (current != null && !current.isAlive()) {
            former.add(current.backend());
            drop();
            current = null;
        }
        if (current == null) {
            current = new SlotClaim(SlotLocks.connect(login, settings), wanted, former);
            claim = current;
        }
        return current;
    }

    private void drop() {
        SlotClaim ended = claim;
        claim = null;
        if (ended != null) {
            ended.close();
        }
    }

    /** Gives everything free. */
    @Override
    public void close() {
        ticker.shutdownNow();
        try {
            if (!ticker.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("slots are freed when the process ends");
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drop();
    }
}
