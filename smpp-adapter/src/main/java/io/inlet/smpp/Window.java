package io.inlet.smpp;

import io.inlet.sms.Answered;
import io.inlet.sms.Answered.Gap;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a session in the order of their arrival, until it is known of each whether its
 * ESME_ROK left in time. The ones that it did for are remembered by a single instant, the others
 * one by one (see {@link Doubts}). Constant time for each request, amortised. Owned by the
 * session's event loop.
 */
final class Window {
    /**
     * Answered ones that wait behind one that is not, with it: bounds memory, at 64 octets each.
     */
    private static final int MOST_REMEMBERED = 200_000;

    private final Deque<Request> requests = new ArrayDeque<>();
    private final Doubts doubts;
    private final Duration responseBudget;
    private final int mostRemembered;

    private @Nullable Instant lastClear;
    private Instant decidedUntil = Instant.EPOCH;

    Window(Duration redeliveryHorizon, Duration responseBudget) {
        this(redeliveryHorizon, responseBudget, MOST_REMEMBERED);
    }

    Window(Duration redeliveryHorizon, Duration responseBudget, int mostRemembered) {
        this.doubts = new Doubts(redeliveryHorizon);
        this.responseBudget = responseBudget;
        this.mostRemembered = mostRemembered;
    }

    /** A request has arrived, after all others. */
    void add(Request request) {
        requests.add(request);
        if (requests.size() > mostRemembered) {
            settle(requests.removeFirst());
        }
    }

    /** Fates have changed, or time has passed. */
    void settle(long nowNanos) {
        Request first = requests.peekFirst();
        while (first != null && first.isSettled(nowNanos, responseBudget)) {
            settle(requests.removeFirst());
            first = requests.peekFirst();
        }
    }

    private void settle(Request request) {
        switch (request.fate()) {
            case CLEAR -> {
                lastClear = request.arrival;
                doubts.interrupted();
            }
            case DOUBTFUL, OPEN -> doubts.add(request.arrival);
            case NOT_STORED -> {} // whether it lies in a gap or not, no second copy will ask
        }
    }

    /**
     * What an enquire_link that leaves now will prove: all up to the first open one, without those
     * in doubt. Until it does, or fails to, what comes next over this session is no redelivery of
     * those either: the carrier would have to be out of patience with an answer that lies before
     * it.
     *
     * @param now later than every arrival so far
     */
    Answered settled(Instant now) {
        return new Answered(settledUntil(now), doubts.gaps(now));
    }

    private Instant settledUntil(Instant now) {
        return requests.isEmpty() ? now : requests.getFirst().arrival;
    }

    /**
     * The carrier has answered in time what was sent after all of these.
     *
     * @return whether that is news
     */
    boolean proven(Answered settled) {
        if (!settled.until().isAfter(decidedUntil)) {
            return false;
        }
        decidedUntil = settled.until();
        return true;
    }

    /**
     * The carrier has not answered in time what was sent after all of these: it may have read them
     * late too, and given up on them before. No later answer can tell.
     */
    void unproven(Answered settled) {
        if (settled.until().isAfter(decidedUntil)) {
            doubts.add(new Gap(decidedUntil, settled.until().minus(1, ChronoUnit.MICROS)));
            decidedUntil = settled.until();
        }
    }

    /** Whether there is an answer that left in time, and was not proven yet nor given up. */
    boolean hasUndecided() {
        return lastClear != null && !lastClear.isBefore(decidedUntil);
    }

    /** Requests kept, answered or not. */
    int remembered() {
        return requests.size();
    }
}
