package io.inlet.intake;

import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Intake.Pending;
import java.util.Collection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a lane. Any thread may offer and close; one lane takes. Whatever is accepted is
 * taken or given back: nobody waits for an answer from a lane that has ended.
 */
final class Inbox {
    private final BlockingQueue<Pending> queue;
    private volatile boolean closed;

    Inbox(BlockingQueue<Pending> queue) {
        this.queue = queue;
    }

    /** Queues an arrival, or says why not. */
    Deferred.@Nullable Reason offer(Pending pending) {
        if (closed) {
            return Deferred.Reason.STOPPING;
        }
        if (!queue.offer(pending)) {
            return Deferred.Reason.INTAKE_FULL;
        }
        // The lane may have looked for the last time before this came in. Whoever removes it
        // answers it, so that it is answered once, whichever of the two is first.
        return closed && queue.remove(pending) ? Deferred.Reason.STOPPING : null;
    }

    /** Refuses what comes from now on; what is here stays until the lane takes it. */
    void close() {
        closed = true;
    }

    /** Whether nothing is here and nothing comes any more. */
    boolean isFinished() {
        return closed && queue.isEmpty();
    }

    int depth() {
        return queue.size();
    }

    /** The next one, or null if none comes for a moment. */
    @Nullable Pending poll(long millis) throws InterruptedException {
        return queue.poll(millis, TimeUnit.MILLISECONDS);
    }

    void drainTo(Collection<Pending> sink, int most) {
        queue.drainTo(sink, most);
    }
}
