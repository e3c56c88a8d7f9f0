package io.inlet.intake;

import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Intake.Pending;
import io.inlet.settings.Durations;
import io.inlet.sms.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that drains its inbox into batches. Any thread may offer; the rest is its own. */
final class Lane implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final long IDLE_POLL_MILLIS = 100;

    private final Inbox inbox;
    private final IntakeSettings settings;
    private final Preparer preparer;
    private final Committer committer;
    private final Turns turns;
    private final Thread thread;
    private final HeldBack heldBack = new HeldBack();

    /** What this round answers, unless it is held back for a later one. */
    private final List<Pending> atHand = new ArrayList<>();

    private boolean hasTurn;

    Lane(
            String name,
            IntakeSettings settings,
            Preparer preparer,
            Committer committer,
            Turns turns) {
        this.inbox = new Inbox(new ArrayBlockingQueue<>(settings.queue()));
        this.settings = settings;
        this.preparer = preparer;
        this.committer = committer;
        this.turns = turns;
        this.thread = Thread.ofPlatform().name(name).unstarted(this);
    }

    void start() {
        thread.start();
    }

    /** Queues an arrival, or says why not. */
    Deferred.@Nullable Reason offer(Pending pending) {
        return inbox.offer(pending);
    }

    int depth() {
        return inbox.depth();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    void stop() {
        inbox.close();
    }

    void join(Duration atMost) {
        try {
            if (!thread.join(atMost)) {
                log.warn(
                        "{} did not drain within {}; carriers will send again",
                        thread,
                        Durations.write(atMost));
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!inbox.isFinished() || !heldBack.isEmpty()) {
                committer.commit(gather());
                giveTurnBack();
                atHand.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            giveTurnBack();
            refuseTheRest();
        }
    }

    private void giveTurnBack() {
        if (hasTurn) {
            hasTurn = false;
            turns.giveBack();
        }
    }

    /** The next batch, each fingerprint in it once. */
    private List<Entry> gather() throws InterruptedException {
        List<Entry> batch = new ArrayList<>();
        Set<UUID> names = new HashSet<>();
        // A quarter at most: copies, even a flood of them, leave room for what is new.
        for (Entry copy : heldBack.take(Math.max(1, settings.batch() / 4), this::isTooOld)) {
            atHand.add(copy.pending());
            names.add(copy.submission().fingerprint());
            batch.add(copy);
        }
        for (Pending pending : arrived(settings.batch() - batch.size())) {
            Entry entry = isTooOld(pending) ? null : prepare(pending);
            if (entry == null) {
                continue;
            }
            if (names.add(entry.submission().fingerprint())) {
                batch.add(entry);
            } else {
                holdBack(entry);
            }
        }
        return batch;
    }

    /**
     * What waits in the inbox; if there is nothing else to do, what comes in a moment, and until it
     * is this lane's turn.
     */
    private List<Pending> arrived(int most) throws InterruptedException {
        int before = atHand.size();
        if (before == 0) {
            Pending first = inbox.poll(IDLE_POLL_MILLIS);
            if (first == null) {
                return List.of();
            }
            atHand.add(first);
            hasTurn = turns.take(inbox.depth());
        }
        inbox.drainTo(atHand, most - (atHand.size() - before));
        return List.copyOf(atHand.subList(before, atHand.size()));
    }

    private boolean isTooOld(Pending pending) {
        boolean tooOld = committer.isTooOld(pending.arrival(), settings.patience());
        if (tooOld) {
            committer.answer(pending, new Deferred(Deferred.Reason.INTAKE_FULL));
        }
        return tooOld;
    }

    // The queue's bound holds for copies too: they would else take memory without end.
    private void holdBack(Entry entry) {
        if (heldBack.size() < settings.queue()) {
            heldBack.add(entry);
        } else {
            committer.answer(entry.pending(), new Deferred(Deferred.Reason.INTAKE_FULL));
        }
    }

    /** A message that breaks our code must not take its neighbours or the lane with it. */
    private @Nullable Entry prepare(Pending pending) {
        Arrival arrival = pending.arrival();
        try {
            return new Entry(pending, preparer.prepare(arrival));
        } catch (RuntimeException | StackOverflowError e) {
            log.error("an arrival cannot be prepared, so it is kept raw: {}", Fault.place(e));
            return raw(pending, e);
        }
    }

    private @Nullable Entry raw(Pending pending, Throwable fault) {
        try {
            return new Entry(pending, preparer.raw(pending.arrival(), fault.getClass().getName()));
        } catch (RuntimeException | StackOverflowError e) {
            log.error("an arrival cannot even be named, so it is deferred: {}", Fault.place(e));
            committer.answer(pending, new Deferred(Deferred.Reason.OUTCOME_UNKNOWN));
            return null;
        }
    }

    // An offer may slip in between the last look at the inbox and the end of the thread; and a
    // thread that dies leaves a batch behind, which may be durable; some of it may have their
    // answer already.
    private void refuseTheRest() {
        inbox.close();
        List<Pending> neverCommitted = new ArrayList<>();
        heldBack.takeAll().forEach(copy -> neverCommitted.add(copy.pending()));
        inbox.drainTo(neverCommitted, Integer.MAX_VALUE);
        defer(neverCommitted, Deferred.Reason.STOPPING);
        defer(atHand, Deferred.Reason.OUTCOME_UNKNOWN);
    }

    private void defer(List<Pending> rest, Deferred.Reason reason) {
        for (Pending pending : rest) {
            if (!pending.answer().isDone()) {
                committer.answer(pending, new Deferred(reason));
            }
        }
    }

    /** A prepared arrival and who waits for its answer. */
    record Entry(Pending pending, Submission submission) {}
}
