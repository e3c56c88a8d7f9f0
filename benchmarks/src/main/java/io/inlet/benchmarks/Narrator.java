package io.inlet.benchmarks;

import java.time.Duration;

/** Tells people on standard output how it goes. Any thread. */
final class Narrator {
    private static final Duration SELDOM = Duration.ofSeconds(5);

    private final long start = System.nanoTime();
    private long lastSeldom = start;

    synchronized void say(String what) {
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        System.out.printf("%4d s  %s%n", seconds, what);
        System.out.flush();
    }

    /** Says it if nothing was said by this method in the last five seconds. */
    synchronized void saySeldom(String what) {
        if (System.nanoTime() - lastSeldom >= SELDOM.toNanos()) {
            lastSeldom = System.nanoTime();
            say(what);
        }
    }
}
