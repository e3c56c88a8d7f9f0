package io.inlet.smpp;

import io.inlet.id.Uuid7;
import io.inlet.intake.Disposition;
import io.inlet.sms.Arrival;
import io.inlet.sms.MessageId;
import io.inlet.sms.Segment;
import io.inlet.sms.UnreadableFrame;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An intake that answers as a test says: at once, or when the test completes it. */
final class ScriptedInbox implements Inbox {
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();
    private volatile Function<Arrival, CompletableFuture<Disposition>> script = this::store;

    @Override
    public CompletableFuture<Disposition> accept(Arrival arrival) {
        arrivals.add(arrival);
        return script.apply(arrival);
    }

    private CompletableFuture<Disposition> store(Arrival arrival) {
        return CompletableFuture.completedFuture(stored());
    }

    static Disposition stored() {
        return new Disposition.Stored(new MessageId(Uuid7.mint(java.time.Instant.now())));
    }

    /** From now on every arrival waits for the test. */
    ScriptedInbox hold() {
        script =
                arrival -> {
                    var answer = new CompletableFuture<Disposition>();
                    held.add(new Held(arrival, answer));
                    return answer;
                };
        return this;
    }

    ScriptedInbox answer(Disposition disposition) {
        return answerWith(_ -> CompletableFuture.completedFuture(disposition));
    }

    ScriptedInbox answerWith(Function<Arrival, CompletableFuture<Disposition>> next) {
        script = next;
        return this;
    }

    /** The next arrival that waits; fails after 10 s. */
    Held next() {
        try {
            Held next = held.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing arrived within 10 s");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<Arrival> arrivals() {
        return arrivals;
    }

    List<Segment> segments() {
        return arrivals.stream()
                .filter(Segment.class::isInstance)
                .map(Segment.class::cast)
                .toList();
    }

    List<UnreadableFrame> unreadable() {
        return arrivals.stream()
                .filter(UnreadableFrame.class::isInstance)
                .map(UnreadableFrame.class::cast)
                .toList();
    }

    /** An arrival that waits for the test. */
    record Held(Arrival arrival, CompletableFuture<Disposition> answer) {
        void store() {
            answer.complete(stored());
        }
    }
}
