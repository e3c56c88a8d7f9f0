package io.inlet.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The sessions that are bound now, in the order in which they bound. Any thread. */
final class Sessions {
    private List<SmscSession> bound = List.of();
    private boolean closed;

    synchronized List<SmscSession> all() {
        return bound;
    }

    synchronized void add(SmscSession session) {
        List<SmscSession> more = new ArrayList<>(bound);
        more.add(session);
        bound = List.copyOf(more);
        notifyAll();
    }

    synchronized void remove(SmscSession session) {
        bound = bound.stream().filter(each -> each != session).toList();
        notifyAll();
    }

    /** Ends every wait. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits for at least so many that receive; false if they did not come in time. */
    synchronized boolean awaitReceiving(int count, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (bound.stream().filter(Sessions::receives).count() < count) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    private static boolean receives(SmscSession session) {
        return session.type().receives() && !session.isSilent();
    }

    /** Waits; true as soon as the carrier is closed. */
    synchronized boolean awaitClosed(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!closed) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }
}
