package io.inlet.simulator;

import io.inlet.simulator.DeliveryObserver.Answer;
import io.inlet.simulator.message.OutgoingMessage;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent, and who sends it: first what is due again, then what was handed over, then
 * what a load makes. Sessions take turns. Event loop only.
 */
final class Outbox {
    /** With more than this waiting to be sent again, a load makes nothing new. */
    private static final int WAITING_AT_MOST = 20_000;

    private final Redelivery redelivery;
    private final Sessions sessions;
    private final Ledger ledger;
    private final DeliveryObserver observer;
    private final Wake wake;
    private final Queue<OutgoingSegment> fresh = new ArrayDeque<>();
    private final PriorityQueue<OutgoingSegment> again =
            new PriorityQueue<>(Comparator.comparingLong(segment -> segment.dueAgainNanos));
    private final Map<Moment, Queue<OutgoingSegment>> greetings = new EnumMap<>(Moment.class);
    private @Nullable Load load;
    private int turn;

    Outbox(Redelivery redelivery, Sessions sessions, Books books, EventLoop loop) {
        this.redelivery = redelivery;
        this.sessions = sessions;
        this.ledger = books.ledger();
        this.observer = books.observer();
        this.wake = new Wake(loop, this::pump);
    }

    void add(OutgoingMessage message, long firstSegment) {
        queue(message, firstSegment, firstSegment, System.nanoTime());
        pump();
    }

    /** The same, over this session if it has room. */
    void addOver(SmscSession session, OutgoingMessage message, long firstSegment) {
        queue(message, firstSegment, firstSegment, System.nanoTime());
        while (!fresh.isEmpty() && session.hasRoom()) {
            send(session, fresh.remove(), System.nanoTime());
        }
        session.flush();
        pump();
    }

    /** Keeps a message for the next session that binds to receive. */
    void addGreeting(OutgoingMessage message, long firstSegment, Moment moment) {
        greetings
                .computeIfAbsent(moment, any -> new ArrayDeque<>())
                .addAll(segments(message, firstSegment, firstSegment, System.nanoTime()));
    }

    /** Sends what was kept for this moment of a bind. */
    void greet(SmscSession session, Moment moment) {
        Queue<OutgoingSegment> kept = greetings.getOrDefault(moment, new ArrayDeque<>());
        while (!kept.isEmpty() && session.hasRoom()) {
            send(session, kept.remove(), System.nanoTime());
        }
    }

    /** Starts a load, in place of one that is over. */
    void start(Load next) {
        if (load != null && !load.isOver(System.nanoTime())) {
            next.refuse(new IllegalStateException("another load is running"));
            return;
        }
        load = next;
        next.begin();
        pump();
    }

    /** Sends all that may go now. */
    void pump() {
        long now = System.nanoTime();
        List<SmscSession> all = sessions.all();
        int full = 0;
        while (full < all.size()) {
            turn = turn + 1 < all.size() ? turn + 1 : 0;
            SmscSession session = all.get(turn);
            if (!session.hasRoom()) {
                full++;
                continue;
            }
            OutgoingSegment segment = take(now);
            if (segment == null) {
                break;
            }
            send(session, segment, now);
            full = 0;
        }
        all.forEach(SmscSession::flush);
        wakeWhenDue(now);
    }

    void answered(OutgoingSegment segment, int status) {
        long now = System.nanoTime();
        SegmentState state = stateAfter(status);
        ledger.answered(segment.number, state, status);
        OutgoingSegment.Message message = segment.message;
        observer.answered(
                new Answer(
                        segment.number,
                        message.name,
                        message.intendedNanos,
                        segment.sentNanos,
                        now,
                        status));
        if (state == SegmentState.REFUSED) {
            sendAgain(segment, now);
        } else if (state == SegmentState.ACKNOWLEDGED && message.isCompletedByOneMore()) {
            observer.acknowledged(message.name);
        }
    }

    /** Takes back what was sent and got no answer. */
    void unanswered(List<OutgoingSegment> segments) {
        long now = System.nanoTime();
        for (OutgoingSegment segment : segments) {
            ledger.unanswered(segment.number);
            observer.unanswered(segment.number);
            sendAgain(segment, now);
        }
    }

    void sessionEnded(SmscSession session) {
        unanswered(session.window().removeAll());
        pump();
    }

    private SegmentState stateAfter(int status) {
        if (status == CommandStatus.ESME_ROK.code()) {
            return SegmentState.ACKNOWLEDGED;
        }
        return redelivery.isTemporary(status) ? SegmentState.REFUSED : SegmentState.LOST;
    }

    private void send(SmscSession session, OutgoingSegment segment, long now) {
        segment.attempts++;
        segment.sentNanos = now;
        session.send(segment);
        ledger.sent(segment.number);
        observer.sent(segment.number, now);
    }

    private void sendAgain(OutgoingSegment segment, long now) {
        segment.dueAgainNanos = now + redelivery.delayNanos(segment.attempts);
        again.add(segment);
    }

    private @Nullable OutgoingSegment take(long now) {
        OutgoingSegment due = again.peek();
        if (due != null && due.dueAgainNanos - now <= 0) {
            return again.remove();
        }
        Load current = load;
        if (fresh.isEmpty() && current != null && mayMake(current, now)) {
            make(current);
        }
        return fresh.poll();
    }

    private boolean mayMake(Load current, long now) {
        return again.size() < WAITING_AT_MOST && current.isDue(now);
    }

    private void make(Load current) {
        Load.Made made = current.make();
        if (made != null) {
            long first = ledger.hand(made.message().pdus().size());
            queue(made.message(), first, made.index(), made.intendedNanos());
        }
    }

    private void queue(OutgoingMessage outgoing, long first, long name, long intendedNanos) {
        fresh.addAll(segments(outgoing, first, name, intendedNanos));
    }

    private static List<OutgoingSegment> segments(
            OutgoingMessage outgoing, long first, long name, long intendedNanos) {
        var message = new OutgoingSegment.Message(name, intendedNanos, outgoing.pdus().size());
        return OutgoingSegment.of(outgoing, first, message);
    }

    // What is due and finds no room is woken by an answer or by a bind.
    private void wakeWhenDue(long now) {
        OutgoingSegment next = again.peek();
        if (next != null && next.dueAgainNanos - now > 0) {
            wake.at(next.dueAgainNanos);
        }
        if (load != null && !load.isOver(now)) {
            wake.at(load.nextNanos(now));
        }
    }
}
