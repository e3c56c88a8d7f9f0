package io.inlet.persistence;

import io.inlet.feed.Wakeups;
import io.inlet.intake.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers long messages whose time is up with what came of them, every few seconds and a few in a
 * transaction, so that a part that comes meanwhile does not wait for long. Several gateways share
 * the work. Any thread may start and close it.
 */
public final class OverdueMessages implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OverdueMessages.class);
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;

    private final PostgresMessages messages;
    private final Wakeups wakeups;
    private final JobLog jobLog =
            new JobLog(
                    log,
                    "incomplete messages are not delivered, trying again every " + TICK,
                    "incomplete messages are delivered again");
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("overdue").daemon().factory());

    public OverdueMessages(PostgresMessages messages, Wakeups wakeups) {
        this.messages = messages;
        this.wakeups = wakeups;
    }

    /** Delivers from now on, until {@link #close}. */
    public void start() {
        long millis = TICK.toMillis();
        var _ =
                ticker.scheduleWithFixedDelay(
                        this::deliverOrLog, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Ends it; what is under way is finished, or rolled back. */
    @Override
    public void close() {
        ticker.shutdownNow();
    }

    private void deliverOrLog() {
        try {
            deliver();
            jobLog.worked();
        } catch (RuntimeException | Error e) {
            // It would end a repeated task for good.
            jobLog.failed(e);
        }
    }

    /** Delivers all that is due, or as much as half a minute allows. */
    void deliver() {
        deliver(LONGEST);
    }

    /** Delivers all that is due, or as much as is begun within a time. */
    void deliver(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        List<UUID> former = List.of();
        List<UUID> due = messages.overdue(AT_ONCE);
        // What comes again is held by another gateway.
        while (!due.isEmpty() && !due.equals(former) && isBefore(deadline)) {
            tell(due, deadline);
            former = due;
            due = messages.overdue(AT_ONCE);
        }
        int forgotten;
        do {
            forgotten = messages.forgetOver(AT_ONCE);
        } while (forgotten >= AT_ONCE && isBefore(deadline));
    }

    private static boolean isBefore(long deadline) {
        return System.nanoTime() - deadline < 0;
    }

    // One that cannot be told must not keep the others from being told. Each alone and not by
    // halves, since a lock that does not come takes seconds, and the others almost nothing.
    private void tell(List<UUID> due, long deadline) {
        try {
            wakeups.published(messages.tellOverdue(due));
        } catch (RuntimeException e) {
            if (e instanceof StoreUnavailableException && !mayBeOfThese(e)) {
                throw e;
            }
            if (due.size() == 1) {
                leave(due.getFirst(), e);
            } else {
                tellEach(due, deadline);
            }
        }
    }

    private void tellEach(List<UUID> due, long deadline) {
        for (UUID key : due) {
            if (isBefore(deadline)) {
                tell(List.of(key), deadline);
            }
        }
    }

    private void leave(UUID key, RuntimeException failure) {
        if (failure instanceof StoreUnavailableException) {
            log.warn(
                    "an incomplete message cannot be delivered now, trying again in {}: {}",
                    OverdueCommit.LOOK_AGAIN,
                    failure.getMessage());
            messages.lookAgain(key);
        } else {
            log.error("an incomplete message cannot be delivered, it is left for later", failure);
            messages.postpone(key);
        }
    }

    // A statement that took too long, a lock that did not come, leases that changed: a row of
    // theirs may be why, and so may a feed that a frozen gateway holds, or a slow disk.
    private static boolean mayBeOfThese(RuntimeException e) {
        String state = StoreFailures.state(e);
        return state.equals("57014")
                || state.equals("55P03")
                || e.getCause() instanceof IllegalStateException;
    }
}
