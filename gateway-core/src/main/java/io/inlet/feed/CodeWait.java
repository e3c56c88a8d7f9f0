package io.inlet.feed;

import io.inlet.intake.StoreUnavailableException;
import io.inlet.lease.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One wait for a code. Wake-ups come from any thread and are counted; whoever raises the count from
 * zero starts the one reader, which goes on until nothing came while it read.
 */
public final class CodeWait {
    private final CodeWaitRequest request;
    private final CodeWaits waits;
    private final CompletableFuture<WaitOutcome> outcome = new CompletableFuture<>();

    /** One from the start, so that no reader runs before the wait is set up. */
    private final AtomicInteger wakes = new AtomicInteger(1);

    private volatile boolean timeIsUp;
    private volatile Wakeups.@Nullable Watch watch;
    private volatile @Nullable Future<?> deadline;
    private volatile @Nullable Future<?> leaseEnd;

    // These three belong to the reader.
    private boolean looked;
    private @Nullable Lease lease;
    private @Nullable CodeSearch search;

    CodeWait(CodeWaitRequest request, CodeWaits waits) {
        this.request = request;
        this.waits = waits;
    }

    /**
     * How it ended; completed on a thread that may block. Fails with what the first or the last
     * read threw, such as {@link StoreUnavailableException}, or when the wait was cancelled.
     */
    public CompletionStage<WaitOutcome> outcome() {
        return outcome;
    }

    /** Gives up, since nobody is there for the answer any more. Any thread; never blocks. */
    public void cancel() {
        outcome.cancel(false);
        cleanUp();
    }

    /** Watches before the first read, so that nothing falls between the two. */
    void begin() {
        watch = waits.ports().wakeups().watch(request.lease(), this::wake);
        deadline = after(request.timeout(), this::expire);
        read();
    }

    /** The time is up: one last look, then the answer. */
    void expire() {
        timeIsUp = true;
        wake();
    }

    /** Looks, unless a look is under way. Any thread; never blocks. */
    void lookIfIdle() {
        if (!outcome.isDone() && wakes.compareAndSet(0, 1)) {
            read();
        }
    }

    private void wake() {
        if (wakes.getAndIncrement() == 0 && !outcome.isDone()) {
            read();
        }
    }

    private void read() {
        try {
            waits.blocking().execute(this::readWhileWoken);
        } catch (RejectedExecutionException e) {
            fail(e);
        }
    }

    private void readWhileWoken() {
        int seen;
        do {
            seen = wakes.get();
            try {
                lookAndTell();
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        } while (wakes.addAndGet(-seen) != 0);
    }

    private void lookAndTell() {
        WaitOutcome found = outcome.isDone() ? null : lookThroughOutage();
        if (found != null) {
            cleanUp();
            outcome.complete(found);
        }
    }

    // Who began to wait while the database was there sleeps through an outage. The first look and
    // the last one fail, so that nobody waits in vain or is told "no code" unseen.
    private @Nullable WaitOutcome lookThroughOutage() {
        boolean lastLook = timeIsUp;
        try {
            WaitOutcome found = look(lastLook);
            looked = true;
            return found;
        } catch (StoreUnavailableException e) {
            if (lastLook || !looked) {
                throw e;
            }
            return null;
        }
    }

    private @Nullable WaitOutcome look(boolean lastLook) {
        Lease current = currentLease();
        if (current == null) {
            return new WaitOutcome.NotFound();
        }
        CodeSearch from = search();
        return switch (current.stateAt(waits.clock().instant())) {
            case PURGED, SUSPENDED -> new WaitOutcome.Ended(from.cursor());
            case GRACE -> {
                WaitOutcome found = from.next();
                yield found != null ? found : new WaitOutcome.Ended(from.cursor());
            }
            case RESERVED, ACTIVE -> {
                WaitOutcome found = from.next();
                yield found != null || !lastLook ? found : new WaitOutcome.TimedOut(from.cursor());
            }
        };
    }

    private CodeSearch search() {
        CodeSearch present = search;
        if (present == null) {
            present = CodeSearch.begin(waits.ports(), request);
            search = present;
        }
        return present;
    }

    /** The lease, read once and again at its end: it may have been extended. */
    private @Nullable Lease currentLease() {
        Instant now = waits.clock().instant();
        Lease current = lease;
        if (current == null || !now.isBefore(current.period().expiresAt())) {
            current = waits.ports().leases().find(request.tenant(), request.lease());
            lease = current;
        }
        Future<?> alarm = leaseEnd;
        if (current != null && (alarm == null || alarm.isDone())) {
            wakeAtEnd(Duration.between(now, current.period().expiresAt()));
        }
        return current;
    }

    private void wakeAtEnd(Duration left) {
        // Past the deadline of the wait there is nothing left to wake.
        if (left.isPositive() && left.compareTo(request.timeout()) <= 0) {
            leaseEnd = after(left.plusMillis(1), this::wake);
            if (outcome.isDone()) {
                cleanUp();
            }
        }
    }

    private Future<?> after(Duration delay, Runnable task) {
        return waits.timer().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void fail(Throwable e) {
        cleanUp();
        outcome.completeExceptionally(e);
    }

    private void cleanUp() {
        waits.ended(this);
        Wakeups.Watch watching = watch;
        if (watching != null) {
            watching.close();
        }
        stop(deadline);
        stop(leaseEnd);
    }

    private static void stop(@Nullable Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
    }
}
