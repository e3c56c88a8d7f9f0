package io.inlet.smpp;

import io.inlet.log.Series;
import io.inlet.settings.Durations;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What is logged of one bind: every session, and attempts at one now and then. */
final class BindLog {
    private static final Logger log = LoggerFactory.getLogger(BindLog.class);

    private final String carrier;
    private final String bind;
    private final Series<EndReason> misses;

    BindLog(String carrier, String bind, InstantSource clock) {
        this.carrier = carrier;
        this.bind = bind;
        this.misses = new Series<>(clock);
    }

    /** A session of the bind is granted. */
    void bound(Role role, String version) {
        log.info("bound: carrier={} bind={} as={} version={}", carrier, bind, role, version);
    }

    /** All that the bind needs stands: attempts that failed are history. */
    void up() {
        misses.end();
    }

    /**
     * A session or an attempt has ended.
     *
     * @param next how long until the next attempt, nothing if it was us who ended this one, or null
     *     if there is none
     */
    void ended(Session.End end, String host, @Nullable Duration next) {
        // The end of a bound session is always news; a carrier that stays away is not.
        boolean isOurs = next == null || end.reason().isOrdered();
        boolean isNews = isOurs || end.boundFor().isPositive();
        long times = isNews ? 1 : misses.add(end.reason());
        if (times > 0) {
            log.atLevel(isOurs ? Level.INFO : Level.WARN)
                    .log(
                            "ended: carrier={} bind={} host=\"{}\" reason={} by={} in={} bound_for={} next_in={} times={} {}",
                            carrier,
                            bind,
                            host,
                            end.reason().label(),
                            end.reason().by(),
                            end.phase(),
                            seconds(end.boundFor()),
                            next == null ? "never" : Durations.write(next),
                            times,
                            end.detail());
        }
    }

    /** The other session of a pair has ended, after the one that counts. */
    void partnerEnded(Role role, Session.End end) {
        log.info(
                "partner ended: carrier={} bind={} as={} reason={} by={} in={} bound_for={} {}",
                carrier,
                bind,
                role,
                end.reason().label(),
                end.reason().by(),
                end.phase(),
                seconds(end.boundFor()),
                end.detail());
    }

    /** Somebody who called was turned away; what was said is nobody's business. */
    void turnedAway(String caller, EndReason reason, String detail) {
        long times = misses.add(reason);
        if (times > 0) {
            log.warn(
                    "turned away: carrier={} bind={} caller={} reason={} times={} {}",
                    carrier,
                    bind,
                    caller,
                    reason.label(),
                    times,
                    detail);
        }
    }

    private static String seconds(Duration duration) {
        return Durations.write(duration.truncatedTo(ChronoUnit.SECONDS));
    }
}
