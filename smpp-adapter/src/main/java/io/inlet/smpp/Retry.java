package io.inlet.smpp;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When and where a bind tries next. The hosts of one round follow each other after the first wait;
 * after a round the waits grow. Owned by the bind's event loop.
 */
final class Retry {
    private final Route route;
    private final Backoff backoff;
    private final Duration lasting;

    Retry(BindSettings settings, RandomGenerator random) {
        List<HostPort> hosts = settings.places();
        this.route = new Route(hosts);
        this.backoff = new Backoff(settings.timers(), random);
        this.lasting = settings.timers().reconnectMost();
    }

    Route route() {
        return route;
    }

    /** How long to wait after an attempt or a session that ended so. */
    Duration after(Session.End end) {
        if (end.boundFor().compareTo(lasting) >= 0) {
            afresh();
            return backoff.next(end.reason());
        }
        // Of a bind that is called it is the carrier who must try again, and soon somebody listens.
        if (route.isEmpty()) {
            return end.reason() == EndReason.LISTEN_FAILED
                    ? backoff.next(end.reason())
                    : backoff.first();
        }
        boolean roundIsOver = route.advance();
        return roundIsOver || end.reason().asksForPatience()
                ? backoff.next(end.reason())
                : backoff.first();
    }

    /** From the preferred host, without haste or delay. */
    void afresh() {
        route.restart();
        backoff.reset();
    }

    /** Attempts that failed since the last session that lasted. */
    int attempts() {
        return backoff.attempts();
    }
}
