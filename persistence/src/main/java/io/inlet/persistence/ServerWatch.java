package io.inlet.persistence;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks each second whether the embedded server's first process is there, and has it started again
 * when it is not. A server that ends its children after a crash of one of them is left alone: it
 * brings itself back. One owner starts and closes it; a thread of its own does the rest.
 */
final class ServerWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Who dies sooner than this has come up in vain. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    /** How long a start that is under way may take to become one that can be stopped. */
    private static final Duration HALF_STARTED = Duration.ofSeconds(30);

    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final EmbeddedHome home;
    private final Runnable restart;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("postgres-watch").daemon().unstarted(this::run);

    // The thread's own.
    private Duration pause = Duration.ZERO;
    private long lastStartNanos;

    /**
     * @param restart starts the server again and returns when it answers, or throws what is wrong
     */
    ServerWatch(EmbeddedHome home, Runnable restart) {
        this.home = home;
        this.restart = restart;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!isClosing(LOOK)) {
                if (isGone()) {
                    bringBack();
                } else if (System.nanoTime() - lastStartNanos > STEADY.toNanos()) {
                    pause = Duration.ZERO;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end of the thread
        }
    }

    private boolean isGone() {
        try {
            return Postmaster.of(home.data()) == null;
        } catch (IOException | RuntimeException e) {
            log.debug("whether the embedded database runs cannot be seen now", e);
            return false;
        }
    }

    private void bringBack() throws InterruptedException {
        log.warn("the embedded database in {} has died: starting it again", home.directory());
        String told = "";
        while (!isClosing(pause)) {
            pause = longer(pause);
            try {
                restart.run();
                lastStartNanos = System.nanoTime();
                log.info("the embedded database is back");
                return;
            } catch (RuntimeException | Error e) {
                if (isClosing(Duration.ZERO)) {
                    return;
                }
                told = tell(e, told);
            }
        }
    }

    // Once for each reason: what goes on in vain for hours must not fill the log.
    private static String tell(Throwable e, String told) {
        String reason = String.valueOf(e.getMessage());
        if (!reason.equals(told)) {
            log.error(
                    "the embedded database does not come up, trying again every {} seconds at most: {}",
                    LONGEST_PAUSE.toSeconds(),
                    reason,
                    isForOperators(e) ? null : e);
        }
        return reason;
    }

    private static boolean isForOperators(Throwable e) {
        return e instanceof DatabaseRefusedException || e instanceof DatabaseUnreachableException;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private boolean isClosing(Duration within) throws InterruptedException {
        return closing.await(within.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Starts nothing any more. A start that is under way is cut short as soon as there is a process
     * to stop, for it would come up after the stop otherwise; 35 seconds at most.
     */
    @Override
    public void close() {
        closing.countDown();
        long deadline = System.nanoTime() + HALF_STARTED.toNanos();
        try {
            while (!hasEnded() && isGone() && System.nanoTime() < deadline) {
                Pause.brief();
            }
            thread.interrupt();
            if (!thread.join(LAST_STEP)) {
                log.warn("a start of the embedded database does not end");
            }
        } catch (InterruptedException | IOException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasEnded() throws InterruptedException {
        return thread.join(LOOK.dividedBy(10));
    }
}
