package io.inlet.feed;

import io.inlet.lease.LeaseStore;
import io.inlet.sms.MessageReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who wait for a code. A waiter holds no thread: it reads when it is woken, one read at a
 * time, on {@code blocking}. Besides, every 2 seconds each one that is not reading looks once: a
 * commit of which the gateway did not hear the outcome wakes nobody, and must not cost the whole
 * wait. Any thread may call it.
 */
public final class CodeWaits {
    /**
     * What waits look at.
     *
     * @param feed the sequence
     * @param messages the messages it names
     * @param leases whose they are
     * @param wakeups tells of commits
     */
    public record Ports(
            FeedReader feed, MessageReader messages, LeaseStore leases, Wakeups wakeups) {}

    private static final Logger log = LoggerFactory.getLogger(CodeWaits.class);
    private static final Duration CATCH_UP = Duration.ofSeconds(2);

    private final Ports ports;
    private final Executor blocking;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final Set<CodeWait> open = ConcurrentHashMap.newKeySet();
    private final Future<?> catchUp;
    private volatile boolean stopping;

    /**
     * @param blocking runs reads, which block on the database: virtual threads
     * @param timer wakes waiters whose time is up, and all of them now and then; it must not drop
     *     tasks
     */
    public CodeWaits(
            Ports ports, Executor blocking, ScheduledExecutorService timer, InstantSource clock) {
        this.ports = ports;
        this.blocking = blocking;
        this.timer = timer;
        this.clock = clock;
        long nanos = CATCH_UP.toNanos();
        this.catchUp =
                timer.scheduleWithFixedDelay(this::catchUp, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Begins to wait, without blocking. The first code after the cursor ends the wait. */
    public CodeWait start(CodeWaitRequest request) {
        CodeWait wait = new CodeWait(request, this);
        open.add(wait);
        wait.begin();
        if (stopping) {
            wait.expire();
        }
        return wait;
    }

    /** How many wait now. */
    public int open() {
        return open.size();
    }

    /** Ends every wait as if its time were up, and each later one after a single look. */
    public void stop() {
        stopping = true;
        catchUp.cancel(false);
        open.forEach(CodeWait::expire);
    }

    // What is thrown out of a repeated task would end it without a word.
    private void catchUp() {
        try {
            open.forEach(CodeWait::lookIfIdle);
        } catch (RuntimeException | Error e) {
            log.error("waits cannot catch up: {}", e.getClass().getName());
        }
    }

    Ports ports() {
        return ports;
    }

    Executor blocking() {
        return blocking;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    InstantSource clock() {
        return clock;
    }

    void ended(CodeWait wait) {
        open.remove(wait);
    }
}
