package io.inlet.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets something happen once a second at most: a thousand requests may fail for one reason. */
final class Sparingly {
    private final AtomicLong nextNanos = new AtomicLong(System.nanoTime());

    void run(Runnable task) {
        long now = System.nanoTime();
        long next = nextNanos.get();
        if (now - next >= 0 && nextNanos.compareAndSet(next, now + TimeUnit.SECONDS.toNanos(1))) {
            task.run();
        }
    }
}
