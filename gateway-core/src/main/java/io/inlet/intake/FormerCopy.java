package io.inlet.intake;

import io.inlet.sms.Arrival;
import io.inlet.sms.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The last that the store has seen of an SMS, and the rule by which an equal arrival is the same
 * SMS again or another (docs/adr/0006). Stores ask it in the commit.
 *
 * @param session where it came
 * @param arrivedAt when, in whole microseconds
 * @param isProven whether the session is stored as having proven that the carrier has its ESME_ROK
 */
public record FormerCopy(SessionId session, Instant arrivedAt, boolean isProven) {
    /**
     * Whether an equal arrival is a redelivery. In doubt it is.
     *
     * @param horizon for how long a carrier may send it again
     */
    public boolean isSameSms(Arrival copy, Duration horizon) {
        if (cameAfter(copy)) {
            return true;
        }
        return !isBeyond(horizon, copy) && !wasHeardBefore(copy);
    }

    /**
     * Whether the arrival was overtaken on its way to the commit, so that this one stays the last.
     */
    public boolean cameAfter(Arrival copy) {
        return !copy.receivedAt().truncatedTo(ChronoUnit.MICROS).isAfter(arrivedAt);
    }

    private boolean isBeyond(Duration horizon, Arrival copy) {
        return !arrivedAt.plus(horizon).isAfter(copy.receivedAt());
    }

    // On one session the order of its octets decides, as it was when the copy was read: what was
    // proven since, while the copy waited for its commit, does not count.
    private boolean wasHeardBefore(Arrival copy) {
        if (!session.equals(copy.origin().session())) {
            return isProven;
        }
        return copy.answered().contains(arrivedAt);
    }
}
