package io.inlet.feed;

import java.util.Comparator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The codes that were told to one wait. They stay until a look has seen as far: one that waits for
 * a gap before it to close must not be passed over for a later one. Any thread adds, the wait's
 * reader asks.
 */
final class Heard {
    /** The first one ends the wait, so more come only while it does not get to run. */
    private static final int MOST = 16;

    private final BlockingQueue<Publication> codes = new ArrayBlockingQueue<>(MOST);
    private volatile boolean whole = true;

    /** Adds a code, if there is room and it is of use. */
    void add(Publication code) {
        if (code.message() == null || !codes.offer(code)) {
            whole = false;
        }
    }

    /** Whether every code was kept; else only the database can tell which is the first. */
    boolean isWhole() {
        return whole;
    }

    /** The first in the sequence after a place, or null; forgets what is not after it. */
    @Nullable Publication first(Cursor after) {
        codes.removeIf(code -> sequence(code) <= after.sequence());
        return codes.stream().min(Comparator.comparingLong(Heard::sequence)).orElse(null);
    }

    private static long sequence(Publication code) {
        return code.entry().cursor().sequence();
    }
}
