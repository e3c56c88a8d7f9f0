package io.inlet.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what was started when the process is told to stop, be it half-way through its start: a part
 * that was being made at that moment is waited for, or it would outlive the process. "stopped" is
 * the last that happens. The JVM alone still waits, as it always does: a third of a second for
 * threads in native code (the event loops that Armeria shares, which nobody can end), and seconds
 * where a compiler thread is at work. One thread starts things, the hook's own stops them.
 */
final class StopHook {
    private static final Logger log = LoggerFactory.getLogger(StopHook.class);

    /** A part is made in seconds; one that hangs must not keep the process for ever. */
    private static final Duration LAST_PART = Duration.ofMinutes(1);

    private final CloseStack stack;
    private final Runnable announcement;
    private final CountDownLatch startEnded = new CountDownLatch(1);

    /**
     * @param stack closed when the process is told to stop
     * @param announcement run before; not if the stack was closed already
     */
    StopHook(CloseStack stack, Runnable announcement) {
        this.stack = stack;
        this.announcement = announcement;
    }

    /** To be called before anything is started. */
    void install() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::stop));
    }

    /** Nothing more will be pushed, for better or worse. */
    void startEnded() {
        startEnded.countDown();
    }

    void stop() {
        if (stack.isClosed()) {
            return;
        }
        announcement.run();
        stack.close();
        try {
            if (startEnded.await(LAST_PART.toNanos(), TimeUnit.NANOSECONDS)) {
                log.info("stopped");
            } else {
                log.warn("stopped in the middle of the start; something may be left running");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
