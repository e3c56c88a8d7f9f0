package io.inlet.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets deliveries that are older than the horizon, each minute and a little at a time: an equal
 * SMS that arrives later than that is another one. Any thread may start and close it.
 */
public final class Pruning implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Pruning.class);
    private static final Duration TICK = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int CHUNK = 5_000;

    // Rows that a commit holds are left for the next time: we never wait for it.
    static final String PRUNE =
            """
            DELETE FROM delivery WHERE fingerprint IN (
                SELECT fingerprint FROM delivery WHERE arrived_at < CAST(? AS timestamptz)
                LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private final Database database;
    private final Duration horizon;
    private final InstantSource clock;
    private final JobLog jobLog =
            new JobLog(
                    log,
                    "old deliveries are not deleted, trying again every " + TICK,
                    "old deliveries are deleted again");
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("pruning").daemon().factory());

    /**
     * @param horizon how long after its last copy an equal fingerprint is still the same SMS
     */
    public Pruning(Database database, Duration horizon, InstantSource clock) {
        this.database = database;
        this.horizon = horizon;
        this.clock = clock;
    }

    /**
     * Prunes every minute from now on, so that it keeps up with what a busy gateway writes, until
     * {@link #close}.
     */
    public void start() {
        var _ =
                ticker.scheduleWithFixedDelay(
                        this::pruneOrLog, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the pruning. */
    @Override
    public void close() {
        ticker.shutdownNow();
    }

    /** Deletes all that is too old, or as much as half a minute allows; returns how many rows. */
    long prune() {
        Instant oldest = clock.instant().minus(horizon);
        long deadline = System.nanoTime() + LONGEST.toNanos();
        long pruned = 0;
        int chunk;
        do {
            chunk = database.dsl().execute(PRUNE, oldest.atOffset(ZoneOffset.UTC), CHUNK);
            pruned += chunk;
        } while (chunk == CHUNK && System.nanoTime() < deadline);
        return pruned;
    }

    void pruneOrLog() {
        try {
            log.debug("deliveries forgotten: {}", prune());
            jobLog.worked();
        } catch (RuntimeException e) {
            jobLog.failed(e);
        }
    }
}
