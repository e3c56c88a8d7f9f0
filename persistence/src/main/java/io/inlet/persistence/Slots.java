package io.inlet.persistence;

import io.inlet.intake.StoreUnavailableException;
import io.inlet.sms.BindId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a node's name and its slots (its configured binds) against all other gateways on the
 * database, while this one runs. After the database was away they are taken again; what another
 * took meanwhile is told, and taken as soon as it is free. One owner takes and closes it; any
 * thread may ask for the problem.
 */
public final class Slots implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Slots.class);
    private static final Duration TICK = Duration.ofSeconds(2);

    /** The server may notice only now that the process which had them was killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long PAUSE_MILLIS = 50;
    private static final Duration STOP = Duration.ofSeconds(10);

    private final DatabaseLogin login;
    private final DatabaseSettings settings;
    private final Wanted wanted;
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("slots").daemon().factory());

    // The ticker's while that runs, and null while the database is away.
    private @Nullable SlotClaim claim;
    private volatile @Nullable String problem;

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
        SlotClaim claim = new SlotClaim(SlotLocks.connect(login, settings), wanted);
        try {
            String refusal = takeWithPatience(claim);
            if (refusal != null) {
                throw new SlotTakenException(refusal);
            }
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
        Slots slots = new Slots(login, settings, wanted, claim);
        slots.start();
        return slots;
    }

    private static @Nullable String takeWithPatience(SlotClaim claim) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String refusal = claim.take();
        while (refusal != null && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return refusal;
            }
            refusal = claim.take();
        }
        return refusal;
    }

    private void start() {
        var _ =
                ticker.scheduleWithFixedDelay(
                        this::keep, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Who has what this gateway must hold, and what to do, or null if all is held. */
    public @Nullable String problem() {
        return problem;
    }

    private void keep() {
        try {
            tell(reached().take());
        } catch (StoreUnavailableException e) {
            if (claim != null) {
                log.warn(
                        "the database is away ({}): looking for it every {}", e.getMessage(), TICK);
            }
            drop();
        } catch (RuntimeException e) {
            log.warn("slots cannot be held, trying again in {}", TICK, e);
            drop();
        }
    }

    private SlotClaim reached() {
        SlotClaim current = claim;
        if (current == null) {
            current = new SlotClaim(SlotLocks.connect(login, settings), wanted);
            claim = current;
            log.info("the database is back");
        }
        return current;
    }

    private void tell(@Nullable String now) {
        if (Objects.equals(now, problem)) {
            return;
        }
        problem = now;
        if (now == null) {
            log.info("all slots are held again");
        } else {
            log.error("slots were lost while the database was away: {}", now);
        }
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
