package io.inlet.intake;

import io.inlet.feed.Wakeups;
import io.inlet.id.Counted;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Intake.Pending;
import io.inlet.intake.Lane.Entry;
import io.inlet.intake.MessageStore.Committed;
import io.inlet.log.Series;
import io.inlet.sms.Arrival;
import io.inlet.sms.UnreadableFrame;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits batches and answers those who wait. A batch whose data the store refuses is halved until
 * the offender stands alone, and that one is kept raw; one on which a bug shows is halved likewise,
 * and the offender is deferred. All lanes share it.
 */
public final class Committer {
    private static final Logger log = LoggerFactory.getLogger(Committer.class);

    private final MessageStore store;
    private final Wakeups wakeups;
    private final IntakeObserver observer;
    private final InstantSource clock;
    private final Series<Deferred.Reason> deferrals;

    public Committer(
            MessageStore store, Wakeups wakeups, IntakeObserver observer, InstantSource clock) {
        this.store = store;
        this.wakeups = wakeups;
        this.observer = observer;
        this.clock = clock;
        this.deferrals = new Series<>(clock);
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

    /**
     * Commits and answers; throws nothing but errors that end the lane, whatever the store does.
     */
    void commit(List<Entry> batch) {
        commit(batch, new Tries());
    }

    private void commit(List<Entry> batch, Tries tries) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            Committed committed = commitOrThrow(batch);
            for (int i = 0; i < batch.size(); i++) {
                answer(batch.get(i).pending(), committed.dispositions().get(i));
            }
            wakeups.published(committed.events());
        } catch (DataRefusedException e) {
            isolate(batch, e, tries);
        } catch (OutcomeUnknownException e) {
            defer(batch, Deferred.Reason.OUTCOME_UNKNOWN, e);
        } catch (StoreUnavailableException e) {
            defer(batch, tries.reasonIfUnavailable(), e);
        } catch (RuntimeException | StackOverflowError e) {
            // A bug must not end the lane, nor keep the neighbours of what it fails on away.
            log.error("a batch of {} failed: {}", batch.size(), Fault.place(e));
            tries.brokeOff();
            if (tries.isLeft() && batch.size() > 1) {
                halve(batch, tries);
            } else {
                batch.forEach(this::outcomeUnknown);
            }
        }
    }

    private Committed commitOrThrow(List<Entry> batch) {
        long start = System.nanoTime();
        Committed committed = store.commit(batch.stream().map(Entry::submission).toList());
        if (committed.dispositions().size() != batch.size()) {
            throw new IllegalStateException("the store must answer each submission");
        }
        observer.committed(batch.size(), Duration.ofNanos(System.nanoTime() - start));
        return committed;
    }

    // What the failed try did store after all is found again by its fingerprint.
    private void halve(List<Entry> batch, Tries tries) {
        int half = batch.size() / 2;
        commit(batch.subList(0, half), tries);
        commit(batch.subList(half, batch.size()), tries);
    }

    private void isolate(List<Entry> batch, DataRefusedException refusal, Tries tries) {
        if (batch.size() > 1) {
            halve(batch, tries);
            return;
        }
        Entry offender = batch.getFirst();
        if (offender.submission() instanceof Submission.Raw) {
            log.error("the store refuses even the raw form; the carrier is told to wait", refusal);
            answer(offender.pending(), new Deferred(tries.reasonIfUnavailable()));
            return;
        }
        log.warn("the store refused a message; kept raw in quarantine", refusal);
        Entry raw = new Entry(offender.pending(), raw(offender.submission(), refusal));
        commit(List.of(raw), tries);
    }

    private static Submission raw(Submission refused, DataRefusedException refusal) {
        var frame = UnreadableFrame.of(refused.arrival(), String.valueOf(refusal.getMessage()));
        return new Submission.Raw(
                frame, QuarantineReason.REFUSED_BY_STORE, refused.fingerprint(), refused.id());
    }

    private void defer(List<Entry> batch, Deferred.Reason reason, Exception cause) {
        long deferred = deferrals.add(reason, batch.size());
        if (deferred > 0) {
            log.warn(
                    "deferred {}: {} ({})",
                    Counted.of(deferred, "arrival"),
                    reason,
                    cause.getMessage());
        }
        batch.forEach(entry -> answer(entry.pending(), new Deferred(reason)));
    }

    // After a failure among the answers, some of them are given already.
    private void outcomeUnknown(Entry entry) {
        if (!entry.pending().answer().isDone()) {
            answer(entry.pending(), new Deferred(Deferred.Reason.OUTCOME_UNKNOWN));
        }
    }

    /**
     * How many commits of one batch may fail on a bug: enough to single out a few offenders among
     * 10,000, and an end to it when every commit fails; and whether one has.
     */
    private static final class Tries {
        private int left = 64;
        private boolean maybeDurable;

        boolean isLeft() {
            return left-- > 0;
        }

        /** One failed on a bug, nobody knows whether before its end or after. */
        void brokeOff() {
            maybeDurable = true;
        }

        /** The store is away now, but an earlier try of the same may have been durable. */
        Deferred.Reason reasonIfUnavailable() {
            return maybeDurable
                    ? Deferred.Reason.OUTCOME_UNKNOWN
                    : Deferred.Reason.STORE_UNAVAILABLE;
        }
    }
}
