package io.inlet.smpp;

import io.inlet.intake.SessionStore;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.sms.BindId;
import io.inlet.sms.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the store what becomes of sessions, from one thread of its own, in order for each session,
 * again and again while the store is away. Any thread may hand something over, and never waits.
 */
final class SessionLedger implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SessionLedger.class);

    /** A session waits here at most once, so only ends during a long outage can fill it. */
    private static final int MOST_WAITING = 10_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** At the stop: without an answer from the store, and altogether. */
    private static final Duration LAST_ANSWER = Duration.ofSeconds(2);

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final SessionStore store;
    private final BlockingQueue<Note> notes = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread = Thread.ofPlatform().name("smpp-ledger").unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong told = new AtomicLong();
    private volatile boolean gaveUp;

    SessionLedger(SessionStore store) {
        this.store = store;
    }

    void start() {
        thread.start();
    }

    /**
     * The id of a bind; completes on the ledger's thread, when the store first answers, or fails if
     * the store refuses it or too much waits: then it is for the caller to ask again.
     */
    CompletableFuture<BindId> register(String carrier, String bind) {
        var id = new CompletableFuture<BindId>();
        Note asking =
                s -> {
                    try {
                        id.complete(s.register(carrier, bind));
                    } catch (StoreUnavailableException e) {
                        throw e;
                    } catch (RuntimeException e) {
                        id.completeExceptionally(e);
                        throw e;
                    }
                };
        if (!hand(asking)) {
            id.completeExceptionally(new IllegalStateException("too much waits for the store"));
        }
        return id;
    }

    /** A session has bound; what else becomes of it is told to the account. */
    Account open(Origin origin, Instant at) {
        Account account = new Account(this, origin, at);
        account.changed();
        return account;
    }

    /** Queues a note, or drops it: a store that is away for so long loses the end of sessions. */
    boolean hand(Note note) {
        boolean taken = notes.offer(note);
        if (!taken) {
            log.warn("the store is away for too long; an event of a session is dropped");
        }
        return taken;
    }

    /**
     * Tells what waits, for some 5 seconds at most, and ends; after 2 if the store is away or
     * hangs.
     */
    @Override
    public void close() {
        closing.countDown();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            hand(s -> {}); // wakes the thread
            if (!awaitLastWords() || gaveUp) {
                log.warn("the store did not take all events of sessions before the stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            thread.interrupt();
        }
    }

    private boolean awaitLastWords() throws InterruptedException {
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        long before;
        do {
            before = told.get();
            if (thread.join(LAST_ANSWER)) {
                return true;
            }
        } while (told.get() != before && System.nanoTime() < deadline);
        return false;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void run() {
        try {
            while (!gaveUp && (!isClosing() || !notes.isEmpty())) {
                Note note = notes.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (note != null) {
                    tell(note);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end of the thread
        }
    }

    // Nobody else can be told either while the store is away, so the others wait behind this one;
    // at the stop they are let go with it.
    private void tell(Note note) throws InterruptedException {
        boolean saidSo = false;
        while (true) {
            try {
                note.tell(store);
                told.incrementAndGet();
                if (saidSo) {
                    log.info("the store takes events of sessions again");
                }
                return;
            } catch (StoreUnavailableException e) {
                if (isClosing()) {
                    gaveUp = true;
                    return;
                }
                if (!saidSo) {
                    log.warn(
                            "the store takes no events of sessions ({}); trying on",
                            e.getMessage());
                    saidSo = true;
                }
                var _ = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RuntimeException e) {
                log.error("the store refuses an event of a session; it is dropped", e);
                return;
            }
        }
    }

    /** One thing to tell; may be told again after a failure. */
    interface Note {
        /**
         * Tells it. Blocks.
         *
         * @throws StoreUnavailableException if it shall be told again
         */
        void tell(SessionStore store);
    }
}
