package io.inlet.persistence;

import io.inlet.intake.StoreUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions by day, made a week ahead, and on demand for any other day on which something
 * arrives. There is no default partition: moving rows out of one would block all writers. Any
 * thread may call it.
 */
public final class Partitions implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Partitions.class);
    private static final int DAYS_AHEAD = 7;
    private static final Duration TICK = Duration.ofHours(1);
    private static final int MOST_TRIES = 3;

    /** Names the lock that keeps gateways from making the same partition at once. */
    static final long ADVISORY_LOCK = 0x696e6c6574L;

    private static final List<Partitioned> TABLES =
            List.of(
                    new Partitioned("messages", day -> "'" + Days.floor(day) + "'"),
                    new Partitioned("feed", day -> "'" + day + "'"));

    private final Database database;
    private final InstantSource clock;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();
    private final JobLog jobLog =
            new JobLog(
                    log,
                    "partitions ahead are not made, trying again every " + TICK,
                    "partitions ahead are made again");
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("partitions").daemon().factory());

    /** A table partitioned by day, and the bound in SQL at which a day begins. */
    private record Partitioned(String table, Function<LocalDate, String> bound) {
        String partition(LocalDate day) {
            return table + "_" + day.toString().replace("-", "");
        }
    }

    public Partitions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes the partitions of the days to come, and goes on doing so until {@link #close}.
     *
     * @throws StoreUnavailableException if the database does not answer
     */
    public void start() {
        makeAhead();
        var _ =
                ticker.scheduleWithFixedDelay(
                        this::makeAheadOrLog,
                        TICK.toMillis(),
                        TICK.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Ends the making ahead. */
    @Override
    public void close() {
        ticker.shutdownNow();
    }

    /**
     * Sees to it that what arrives on these UTC days has a place. Costs nothing for days that were
     * seen before.
     *
     * @throws StoreUnavailableException if the database does not answer, or locks held by others
     *     kept it from it
     */
    void ensure(Collection<LocalDate> days) {
        for (LocalDate day : days) {
            if (!known.contains(day)) {
                make(day);
                known.add(day);
            }
        }
    }

    void makeAhead() {
        LocalDate today = PgTime.utcDay(clock.instant());
        ensure(today.datesUntil(today.plusDays(DAYS_AHEAD + 1)).toList());
    }

    private void makeAheadOrLog() {
        try {
            makeAhead();
            jobLog.worked();
        } catch (RuntimeException e) {
            jobLog.failed(e);
        }
    }

    private void make(LocalDate day) {
        for (int tries = 1; ; tries++) {
            try {
                database.transaction(dsl -> makeIn(dsl, day));
                return;
            } catch (StoreUnavailableException e) {
                // 55P03: somebody held a lock for longer than we may queue others behind us.
                if (tries == MOST_TRIES || !StoreFailures.state(e).equals("55P03")) {
                    throw e;
                }
            }
        }
    }

    private static int makeIn(DSLContext dsl, LocalDate day) {
        // Only those wait behind this one who need the same; behind the others waits everybody.
        dsl.execute("SELECT pg_advisory_xact_lock({0})", DSL.inline(ADVISORY_LOCK));
        dsl.execute("SET LOCAL lock_timeout = '1s'");
        TABLES.forEach(partitioned -> makeIn(dsl, partitioned, day));
        return TABLES.size();
    }

    // Made alone and then attached: PARTITION OF would lock the whole table against its readers.
    private static void makeIn(DSLContext dsl, Partitioned partitioned, LocalDate day) {
        String partition = partitioned.partition(day);
        if (dsl.fetchValue("SELECT to_regclass({0})", DSL.inline(partition)) != null) {
            return;
        }
        dsl.execute(
                "CREATE TABLE %s (LIKE %s INCLUDING ALL)"
                        .formatted(partition, partitioned.table()));
        dsl.execute(
                "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%s) TO (%s)"
                        .formatted(
                                partitioned.table(),
                                partition,
                                partitioned.bound().apply(day),
                                partitioned.bound().apply(day.plusDays(1))));
    }
}
