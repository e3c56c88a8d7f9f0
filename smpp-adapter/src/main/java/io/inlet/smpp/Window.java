package io.inlet.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a session that still matter, in the order of their arrival, and up to which
 * instant none of them is in doubt. A second copy of an SMS from before that instant is a genuine
 * resend; one from after it may be a redelivery. Constant time for each request, amortised. Owned
 * by the session's event loop.
 *
 * <p>A doubtful answer holds the instant where it is until the redelivery horizon has passed, after
 * which an equal SMS is no redelivery anyway. Doubts within a minute are kept as one.
 */
final class Window {
    /**
     * Answered ones that wait behind one that is not, with it: bounds memory, at 64 octets each.
     */
    private static final int MOST_REMEMBERED = 200_000;

    private static final Duration DOUBT_GRAIN = Duration.ofMinutes(1);

    private final Deque<Request> requests = new ArrayDeque<>();
    private final Deque<Instant> doubts = new ArrayDeque<>();
    private final Duration horizon;
    private final int mostRemembered;

    private @Nullable Instant lastClear;

    Window(Duration redeliveryHorizon) {
        this(redeliveryHorizon, MOST_REMEMBERED);
    }

    Window(Duration redeliveryHorizon, int mostRemembered) {
        this.horizon = redeliveryHorizon.plus(DOUBT_GRAIN);
        this.mostRemembered = mostRemembered;
    }

    /** A request has arrived, after all others. */
    void add(Request request) {
        requests.add(request);
        if (requests.size() > mostRemembered) {
            requests.getFirst().forsake();
            settle();
        }
    }

    /** Fates have changed. */
    void settle() {
        Request first = requests.peekFirst();
        while (first != null && first.fate() != Request.Fate.OPEN) {
            if (first.fate() == Request.Fate.CLEAR) {
                lastClear = first.arrival;
            } else {
                doubt(first.arrival);
            }
            requests.removeFirst();
            first = requests.peekFirst();
        }
    }

    /**
     * Before which instant no request is open or in doubt.
     *
     * @param now later than every arrival so far
     */
    Instant answeredUntil(Instant now) {
        while (!doubts.isEmpty() && doubts.getFirst().plus(horizon).isBefore(now)) {
            doubts.removeFirst();
        }
        if (!doubts.isEmpty()) {
            return doubts.getFirst();
        }
        return requests.isEmpty() ? now : requests.getFirst().arrival;
    }

    /** Whether something at or after an instant is settled, and not in doubt. */
    boolean hasClearSince(Instant instant) {
        return lastClear != null && doubts.isEmpty() && !lastClear.isBefore(instant);
    }

    /** Requests kept, answered or not. */
    int remembered() {
        return requests.size();
    }

    private void doubt(Instant arrival) {
        Instant last = doubts.peekLast();
        if (last == null || !arrival.isBefore(last.plus(DOUBT_GRAIN))) {
            doubts.add(arrival);
        }
    }
}
