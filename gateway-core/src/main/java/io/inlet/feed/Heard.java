package io.inlet.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The codes that were told to one wait and not yet judged. Any thread adds, the wait's reader
 * takes.
 */
final class Heard {
    /** The first one ends the wait, so more come only while it does not get to run. */
    private static final int MOST = 16;

    private final BlockingQueue<Publication> codes = new ArrayBlockingQueue<>(MOST);

    /** Whether there was room. */
    boolean add(Publication code) {
        return codes.offer(code);
    }

    /** Takes all, and gives the first in the sequence that comes after a place; null if none. */
    @Nullable Publication takeFirst(Cursor after) {
        List<Publication> taken = new ArrayList<>();
        codes.drainTo(taken);
        return taken.stream()
                .filter(code -> sequence(code) > after.sequence())
                .min(Comparator.comparingLong(Heard::sequence))
                .orElse(null);
    }

    private static long sequence(Publication code) {
        return code.entry().cursor().sequence();
    }
}
