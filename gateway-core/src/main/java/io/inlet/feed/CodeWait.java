package io.inlet.feed;

import io.inlet.intake.StoreUnavailableException;
import io.inlet.lease.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One wait for a code. Wake-ups come from any thread and are counted; whoever raises the count from
 * zero starts the one reader, which goes on until nothing came while it read.
 *
 * <p>The first look at the database shows what is there already, and up to where the tenant's
 * sequence goes. A code that is told after that is the answer by itself, if nothing lies between
 * that this gateway did not write. Else, and whenever something is due, the database is asked
 * again.
 */
public final class CodeWait {
    /** How long the last look may take: a database that hangs must not hold the answer up. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    private final CodeWaitRequest request;
    private final CodeWaits waits;
    private final CompletableFuture<WaitOutcome> outcome = new CompletableFuture<>();

    /** One from the start, so that no reader runs before the wait is set up. */
    private final AtomicInteger wakes = new AtomicInteger(1);

    private final Heard heard = new Heard();

    /** The next read has to ask the database, whatever was told. */
    private final AtomicBoolean lookIsDue = new AtomicBoolean(true);

    private volatile boolean timeIsUp;
    private volatile Wakeups.@Nullable Watch watch;
    private volatile @Nullable Future<?> deadline;
    private volatile @Nullable Future<?> lastLookEnd;
    private volatile @Nullable Future<?> leaseEnd;

    /** Belongs to the reader. */
    private final CodeSearch search;

    CodeWait(CodeWaitRequest request, CodeWaits waits) {
        this.request = request;
        this.waits = waits;
        this.search = new CodeSearch(waits.ports().feed(), waits.ports().messages(), request);
    }

    /**
     * How it ended; completed on a thread that may block, unless the gateway is ending. Fails with
     * what the first or the last read threw, such as {@link StoreUnavailableException}, or when the
     * wait was cancelled; at most a second after its time.
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
        watch = waits.ports().wakeups().watch(request.tenant(), request.lease(), new Ear());
        deadline = after(request.timeout(), this::expire);
        read();
    }

    /** The time is up: one last look, then the answer, a second from now at most. */
    void expire() {
        timeIsUp = true;
        lastLookEnd = after(LAST_LOOK, this::giveUp);
        if (outcome.isDone()) {
            cleanUp();
        }
        lookAnew();
    }

    // The look that hangs holds the only reader; its thread ends when the database lets it.
    private void giveUp() {
        var late = new StoreUnavailableException("the last look of a wait did not end in time");
        try {
            waits.blocking().execute(() -> fail(late));
        } catch (RejectedExecutionException e) {
            fail(late);
        }
    }

    /** Looks, unless a look is under way. Any thread; never blocks. */
    void lookIfIdle() {
        if (!outcome.isDone() && wakes.compareAndSet(0, 1)) {
            lookIsDue.set(true);
            read();
        }
    }

    private void lookAnew() {
        lookIsDue.set(true);
        wake();
    }

    /** Keeps codes; of what else is told, the database is asked. */
    private final class Ear implements Wakeups.Watcher {
        @Override
        public void hear(Publication publication) {
            switch (publication.entry().type()) {
                case CODE_RECEIVED, MESSAGE_REVISED -> {
                    if (publication.entry().bringsCode()) {
                        heard.add(publication);
                    }
                }
                case LEASE_RELEASED, LEASE_SUSPENDED, LEASE_ADVANCED -> lookIsDue.set(true);
                default -> {}
            }
        }

        @Override
        public void wake() {
            CodeWait.this.wake();
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
        boolean firstLook = search.seen() == null;
        try {
            return lookOrListen(lastLook);
        } catch (StoreUnavailableException e) {
            if (lastLook || firstLook) {
                throw e;
            }
            return null;
        }
    }

    private @Nullable WaitOutcome lookOrListen(boolean lastLook) {
        boolean isDue = lookIsDue.getAndSet(false) || lastLook;
        Cursor seen = search.seen();
        Wakeups.Watch watching = watch;
        if (seen == null || watching == null || !heard.isWhole()) {
            return look(lastLook);
        }
        // In this order: what counts as published was heard before.
        long through = watching.through(seen.sequence());
        Publication code = heard.first(seen);
        if (code != null && code.entry().cursor().sequence() <= through) {
            return new WaitOutcome.Received(
                    Objects.requireNonNull(code.message()), code.entry().cursor());
        }
        return isDue || code != null ? look(lastLook) : null;
    }

    private @Nullable WaitOutcome look(boolean lastLook) {
        WaitOutcome found = search.look();
        Lease lease = search.lease();
        if (lease == null) {
            return new WaitOutcome.NotFound();
        }
        Instant now = waits.clock().instant();
        wakeAtEnd(Duration.between(now, lease.period().expiresAt()));
        Cursor began = Objects.requireNonNull(search.began());
        return switch (lease.stateAt(now)) {
            case PURGED, SUSPENDED -> new WaitOutcome.Ended(began);
            case GRACE -> found != null ? found : new WaitOutcome.Ended(began);
            case RESERVED, ACTIVE ->
                    found != null || !lastLook ? found : new WaitOutcome.TimedOut(began);
        };
    }

    // It may have been extended by then, which the look will show.
    private void wakeAtEnd(Duration left) {
        Future<?> alarm = leaseEnd;
        boolean isSet = alarm != null && !alarm.isDone();
        // Past the deadline of the wait there is nothing left to wake.
        if (!isSet && left.isPositive() && left.compareTo(request.timeout()) <= 0) {
            leaseEnd = after(left.plusMillis(1), this::lookAnew);
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
        stop(lastLookEnd);
        stop(leaseEnd);
    }

    private static void stop(@Nullable Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
    }
}
