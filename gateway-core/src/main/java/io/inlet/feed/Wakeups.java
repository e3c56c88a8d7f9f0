package io.inlet.feed;

import io.inlet.lease.LeaseId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who waits on a lease that the feed has something new. A wake-up carries nothing: the waiter
 * reads the feed. Any thread may watch; lanes publish after their commit, so callbacks must be
 * short and must not block.
 */
public final class Wakeups {
    private static final Logger log = LoggerFactory.getLogger(Wakeups.class);

    private final ConcurrentHashMap<LeaseId, Set<Watch>> watches = new ConcurrentHashMap<>();

    /** One who waits; each watch ends alone, even if the same callback watches twice. */
    public final class Watch implements AutoCloseable {
        private final LeaseId lease;
        private final Runnable onEvent;

        /** One waiter that fails must not keep the others asleep. */
        private void wake() {
            try {
                onEvent.run();
            } catch (RuntimeException e) {
                log.error("a waiter cannot be woken", e);
            }
        }

        private Watch(LeaseId lease, Runnable onEvent) {
            this.lease = lease;
            this.onEvent = onEvent;
        }

        /** Ends the watch; harmless when called again. */
        @Override
        public void close() {
            watches.computeIfPresent(lease, (id, present) -> without(present));
        }

        private @Nullable Set<Watch> without(Set<Watch> present) {
            present.remove(this);
            return present.isEmpty() ? null : present;
        }
    }

    /**
     * Calls {@code onEvent} after each commit that wrote an event of the lease, from now on. Read
     * the feed once after this returns: what was committed before is not told.
     */
    public Watch watch(LeaseId lease, Runnable onEvent) {
        Watch watch = new Watch(lease, onEvent);
        watches.compute(
                lease,
                (id, present) -> {
                    Set<Watch> set = present == null ? ConcurrentHashMap.newKeySet(2) : present;
                    set.add(watch);
                    return set;
                });
        return watch;
    }

    /** Tells that these events are committed. */
    public void published(List<FeedEntry> entries) {
        for (FeedEntry entry : entries) {
            if (entry.lease() != null) {
                watches.getOrDefault(entry.lease(), Set.of()).forEach(Watch::wake);
            }
        }
    }
}
