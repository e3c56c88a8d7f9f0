package io.inlet.intake;

import io.inlet.intake.Disposition.Deferred;
import io.inlet.sms.Arrival;
import io.inlet.sms.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The way in: takes an arrival from any thread, never blocks, and answers when it is durable or
 * must come again. Lanes gather what comes while a transaction is in flight, so that batches grow
 * with load and nobody waits on a timer when there is none.
 */
public final class Intake implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final List<Lane> lanes = new ArrayList<>();
    private final IntakeObserver observer;

    /**
     * Starts the lanes.
     *
     * @param preparers makes one preparer for each lane, since a preparer is for one thread
     */
    public Intake(IntakeSettings settings, Supplier<Preparer> preparers, Committer committer) {
        this.observer = committer.observer();
        Turns turns = new Turns();
        for (int i = 0; i < settings.lanes(); i++) {
            lanes.add(new Lane("intake-" + i, settings, preparers.get(), committer, turns));
        }
        lanes.forEach(Lane::start);
    }

    /**
     * Takes an arrival.
     *
     * @return completes once, on a lane's thread or on this one, and never exceptionally; what
     *     hangs on it must not block
     */
    public CompletableFuture<Disposition> accept(Arrival arrival) {
        Pending pending = new Pending(arrival, new CompletableFuture<>());
        Deferred.Reason refusal = lane(arrival).offer(pending);
        if (refusal != null) {
            Disposition deferred = new Deferred(refusal);
            observer.disposed(deferred);
            pending.answer().complete(deferred);
        }
        return pending.answer();
    }

    /** Arrivals that wait for a lane, now. */
    public int depth() {
        return lanes.stream().mapToInt(Lane::depth).sum();
    }

    /** Whether every lane's thread still runs: a gateway of which one died must be restarted. */
    public boolean isAlive() {
        return lanes.stream().allMatch(Lane::isAlive);
    }

    /**
     * Refuses what comes from now on, commits what waits, and ends the lanes; 10 seconds at most.
     */
    @Override
    public void close() {
        lanes.forEach(Lane::stop);
        long deadline = System.nanoTime() + DRAIN.toNanos();
        for (Lane lane : lanes) {
            lane.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }

    // By number, so that the messages of a number keep their order and the parts of one message
    // meet.
    private Lane lane(Arrival arrival) {
        int hash =
                arrival instanceof Segment segment
                        ? segment.destination().value().hashCode()
                        : arrival.pdu().hashCode();
        return lanes.get(Math.floorMod(hash * 0x9E3779B9, lanes.size()));
    }

    /** An arrival and who waits for its answer. */
    record Pending(Arrival arrival, CompletableFuture<Disposition> answer) {}
}
