package io.inlet.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Time and chance of a simulation: what happens, happens one after the other, and again by its
 * seed.
 */
final class World {
    /** On the way of one PDU, either way. */
    static final Duration SLOWEST_NETWORK = Duration.ofMillis(500);

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final SplittableRandom chance;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private Instant now = START;
    private long number;

    private record Event(Instant at, long number, Runnable what) {}

    World(long seed) {
        chance = new SplittableRandom(seed);
    }

    Instant now() {
        return now;
    }

    /** As {@link System#nanoTime} counts. */
    long nanos() {
        return Duration.between(START, now).toNanos();
    }

    void at(Instant when, Runnable what) {
        events.add(new Event(when.isBefore(now) ? now : when, number++, what));
    }

    void after(Duration wait, Runnable what) {
        at(now.plus(wait), what);
    }

    /** Again and again, at intervals by chance. */
    void often(Duration least, Duration most, Runnable what) {
        after(
                between(least, most),
                () -> {
                    what.run();
                    often(least, most, what);
                });
    }

    void run(Duration time) {
        Instant end = now.plus(time);
        while (!events.isEmpty() && events.peek().at.isBefore(end)) {
            Event event = events.remove();
            now = event.at;
            event.what.run();
        }
        now = end;
    }

    boolean percent(int probability) {
        return chance.nextInt(100) < probability;
    }

    int upTo(int bound) {
        return chance.nextInt(bound);
    }

    Duration between(Duration least, Duration most) {
        return Duration.ofNanos(chance.nextLong(least.toNanos(), most.toNanos() + 1));
    }

    Duration network() {
        return between(Duration.ofMillis(1), SLOWEST_NETWORK);
    }
}
