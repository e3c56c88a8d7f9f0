package io.inlet.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How often to log what an outage makes happen over and over: the first of each kind, and after
 * that one a minute at most, with how many there were. Any thread.
 *
 * @param <K> the kinds, of which there are few: those of an enumeration
 */
public final class Series<K> {
    private static final Duration REST = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<K, Kind> kinds = new HashMap<>();

    /** What was told last of a kind, and what came since. */
    private static final class Kind {
        private Instant toldAt = Instant.MIN;
        private long untold;
    }

    public Series(InstantSource clock) {
        this.clock = clock;
    }

    /** It has happened once more; see {@link #add(Object, long)}. */
    public long add(K kind) {
        return add(kind, 1);
    }

    /**
     * It has happened so many times more.
     *
     * @return how many to tell of now, all that came since the last time; or 0 to keep quiet
     */
    public synchronized long add(K kind, long times) {
        Kind known = kinds.computeIfAbsent(kind, _ -> new Kind());
        known.untold += times;
        Instant now = clock.instant();
        if (now.isBefore(known.toldAt.plus(REST))) {
            return 0;
        }
        long due = known.untold;
        known.toldAt = now;
        known.untold = 0;
        return due;
    }

    /** It is over: the next is a first one again. */
    public synchronized void end() {
        kinds.clear();
    }
}
