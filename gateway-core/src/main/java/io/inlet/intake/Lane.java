package io.inlet.intake;

import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Intake.Pending;
import io.inlet.sms.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that drains its queue into batches. Any thread may offer; the rest is its own. */
final class Lane implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final long IDLE_POLL_MILLIS = 100;

    private final BlockingQueue<Pending> queue;
    private final IntakeSettings settings;
    private final Preparer preparer;
    private final Committer committer;
    private final Thread thread;
    private volatile boolean stopping;

    /** Second copies of what is in the batch at hand: they go into the next one. */
    private List<Pending> heldBack = new ArrayList<>();

    Lane(String name, IntakeSettings settings, Preparer preparer, Committer committer) {
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.settings = settings;
        this.preparer = preparer;
        this.committer = committer;
        this.thread = Thread.ofPlatform().name(name).unstarted(this);
    }

    void start() {
        thread.start();
    }

    /** Queues an arrival, or says why not. */
    Deferred.@Nullable Reason offer(Pending pending) {
        if (stopping) {
            return Deferred.Reason.STOPPING;
        }
        return queue.offer(pending) ? null : Deferred.Reason.INTAKE_FULL;
    }

    int depth() {
        return queue.size();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    void stop() {
        stopping = true;
    }

    void join(Duration atMost) {
        try {
            if (!thread.join(atMost)) {
                log.warn("{} did not drain within {}; carriers will send again", thread, atMost);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!stopping || !queue.isEmpty() || !heldBack.isEmpty()) {
                List<Pending> batch = gather();
                if (!batch.isEmpty()) {
                    commit(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            refuseTheRest();
        }
    }

    private List<Pending> gather() throws InterruptedException {
        List<Pending> batch = heldBack;
        heldBack = new ArrayList<>();
        if (batch.isEmpty()) {
            Pending first = queue.poll(IDLE_POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                return batch;
            }
            batch.add(first);
        }
        queue.drainTo(batch, settings.batch() - batch.size());
        return batch;
    }

    private void commit(List<Pending> batch) {
        Map<UUID, Entry> entries = HashMap.newHashMap(batch.size());
        List<Entry> inOrder = new ArrayList<>(batch.size());
        for (Pending pending : batch) {
            Entry entry = prepare(pending);
            if (entry == null) {
                continue;
            }
            if (entries.putIfAbsent(entry.submission().fingerprint(), entry) == null) {
                inOrder.add(entry);
            } else {
                heldBack.add(pending);
            }
        }
        committer.commit(inOrder);
    }

    private @Nullable Entry prepare(Pending pending) {
        Arrival arrival = pending.arrival();
        if (committer.isTooOld(arrival, settings.patience())) {
            committer.answer(pending, new Deferred(Deferred.Reason.INTAKE_FULL));
            return null;
        }
        return new Entry(pending, preparer.prepare(arrival));
    }

    // An offer may slip in between the last look at the queue and the end of the thread.
    private void refuseTheRest() {
        stopping = true;
        List<Pending> rest = new ArrayList<>(heldBack);
        queue.drainTo(rest);
        rest.forEach(p -> committer.answer(p, new Deferred(Deferred.Reason.STOPPING)));
    }

    /** A prepared arrival and who waits for its answer. */
    record Entry(Pending pending, Submission submission) {}
}
