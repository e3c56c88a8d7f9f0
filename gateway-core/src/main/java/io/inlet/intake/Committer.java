package io.inlet.intake;

import io.inlet.feed.Wakeups;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Intake.Pending;
import io.inlet.intake.Lane.Entry;
import io.inlet.intake.MessageStore.Committed;
import io.inlet.sms.Arrival;
import io.inlet.sms.UnreadableFrame;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits batches and answers those who wait. A batch whose data the store refuses is halved until
 * the offender stands alone, and that one is kept raw. Stateless; all lanes share it.
 */
public final class Committer {
    private static final Logger log = LoggerFactory.getLogger(Committer.class);

    private final MessageStore store;
    private final Wakeups wakeups;
    private final IntakeObserver observer;
    private final InstantSource clock;

    public Committer(
            MessageStore store, Wakeups wakeups, IntakeObserver observer, InstantSource clock) {
        this.store = store;
        this.wakeups = wakeups;
        this.observer = observer;
        this.clock = clock;
    }

    IntakeObserver observer() {
        return observer;
    }

    boolean isTooOld(Arrival arrival, Duration patience) {
        return arrival.receivedAt().plus(patience).isBefore(clock.instant());
    }

    void answer(Pending pending, Disposition disposition) {
        observer.disposed(disposition);
        pending.answer().complete(disposition);
    }

    /** Commits and answers; never throws, whatever the store does. */
    void commit(List<Entry> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            commitOrThrow(batch);
        } catch (DataRefusedException e) {
            isolate(batch, e);
        } catch (OutcomeUnknownException e) {
            defer(batch, Deferred.Reason.OUTCOME_UNKNOWN, e);
        } catch (StoreUnavailableException e) {
            defer(batch, Deferred.Reason.STORE_UNAVAILABLE, e);
        } catch (RuntimeException e) {
            // A bug must not end the lane: the carrier sends again, and the log has the trace.
            log.error("a batch of {} failed", batch.size(), e);
            batch.forEach(entry ->
                    answer(entry.pending(), new Deferred(Deferred.Reason.OUTCOME_UNKNOWN)));
        }
    }

    private void commitOrThrow(List<Entry> batch) {
        long start = System.nanoTime();
        Committed committed = store.commit(batch.stream().map(Entry::submission).toList());
        observer.committed(batch.size(), Duration.ofNanos(System.nanoTime() - start));
        for (int i = 0; i < batch.size(); i++) {
            answer(batch.get(i).pending(), committed.dispositions().get(i));
        }
        wakeups.published(committed.events());
    }

    private void isolate(List<Entry> batch, DataRefusedException refusal) {
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            commit(batch.subList(0, half));
            commit(batch.subList(half, batch.size()));
            return;
        }
        Entry offender = batch.getFirst();
        if (offender.submission() instanceof Submission.Raw) {
            log.error("the store refuses even the raw form; the carrier is told to wait", refusal);
            answer(offender.pending(), new Deferred(Deferred.Reason.STORE_UNAVAILABLE));
            return;
        }
        log.warn("the store refused a message; kept raw in quarantine", refusal);
        commit(List.of(new Entry(offender.pending(), raw(offender.submission(), refusal))));
    }

    private static Submission raw(Submission refused, DataRefusedException refusal) {
        Arrival arrival = refused.arrival();
        var frame =
                new UnreadableFrame(
                        arrival.origin(),
                        arrival.receivedAt(),
                        arrival.pdu(),
                        String.valueOf(refusal.getMessage()));
        return new Submission.Raw(
                frame, QuarantineReason.REFUSED_BY_STORE, refused.fingerprint(), refused.id());
    }

    private void defer(List<Entry> batch, Deferred.Reason reason, Exception cause) {
        log.warn("deferred {} arrivals: {} ({})", batch.size(), reason, cause.getMessage());
        batch.forEach(entry -> answer(entry.pending(), new Deferred(reason)));
    }
}
