package io.inlet.feed;

import io.inlet.lease.LeaseId;
import io.inlet.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who watches a lease what was committed about it, and whether anything was missed in
 * between: other gateways write to the same sequence, and what they write is not told here. Any
 * thread may watch; lanes publish after their commit, so a watcher must be quick and must not
 * block.
 */
public final class Wakeups {
    private static final Logger log = LoggerFactory.getLogger(Wakeups.class);

    private final ConcurrentHashMap<LeaseId, Set<Watch>> watches = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<TenantId, Published> byTenant = new ConcurrentHashMap<>();

    /** Who is told. Called by whoever commits. */
    public interface Watcher {
        /** Something about the lease was committed. */
        void hear(Publication publication);

        /** All of a commit is heard, and counts as published. */
        void wake();
    }

    /** What was published to a tenant while somebody watched a lease of it. */
    private static final class Published {
        private final Stretches stretches = new Stretches();
        private int watching = 1;
    }

    /** One who waits; each watch ends alone, even if the same watcher watches twice. */
    public final class Watch implements AutoCloseable {
        private final TenantId tenant;
        private final LeaseId lease;
        private final Watcher watcher;

        private Watch(TenantId tenant, LeaseId lease, Watcher watcher) {
            this.tenant = tenant;
            this.lease = lease;
            this.watcher = watcher;
        }

        /**
         * How far the tenant's sequence is known without a gap.
         *
         * @param sequence up to where it is known already
         * @return the last number such that this watch heard all that is about its lease up to
         *     there
         */
        public long through(long sequence) {
            long[] through = {sequence};
            byTenant.computeIfPresent(
                    tenant,
                    (id, present) -> {
                        through[0] = present.stretches.through(sequence);
                        return present;
                    });
            return through[0];
        }

        /** Ends the watch; harmless when called again. */
        @Override
        public void close() {
            watches.computeIfPresent(lease, (id, present) -> without(present));
        }

        private @Nullable Set<Watch> without(Set<Watch> present) {
            if (present.remove(this)) {
                byTenant.computeIfPresent(
                        tenant, (id, those) -> --those.watching == 0 ? null : those);
            }
            return present.isEmpty() ? null : present;
        }
    }

    /**
     * Tells {@code watcher} of each commit that wrote an event of the lease, from now on. Look at
     * the feed once after this returns: what was committed before is not told.
     */
    public Watch watch(TenantId tenant, LeaseId lease, Watcher watcher) {
        Watch watch = new Watch(tenant, lease, watcher);
        byTenant.compute(tenant, (id, present) -> oneMore(present));
        watches.compute(
                lease,
                (id, present) -> {
                    Set<Watch> set = present == null ? ConcurrentHashMap.newKeySet(2) : present;
                    set.add(watch);
                    return set;
                });
        return watch;
    }

    private static Published oneMore(@Nullable Published present) {
        if (present == null) {
            return new Published();
        }
        present.watching++;
        return present;
    }

    /**
     * Tells that these events are committed. Each is handed over before it counts as published, so
     * that nobody believes to know what he has not heard; and he is woken after that, so that he
     * sees no gap where there is none.
     */
    public void published(List<Publication> publications) {
        for (Publication publication : publications) {
            watchesOf(publication).forEach(watch -> tell(watch, publication));
        }
        for (Publication publication : publications) {
            count(publication.entry().cursor());
        }
        for (Publication publication : publications) {
            watchesOf(publication).forEach(Wakeups::wake);
        }
    }

    private Set<Watch> watchesOf(Publication publication) {
        LeaseId lease = publication.entry().lease();
        return lease == null ? Set.of() : watches.getOrDefault(lease, Set.of());
    }

    private void count(Cursor place) {
        byTenant.computeIfPresent(
                place.tenant(),
                (tenant, present) -> {
                    present.stretches.add(place.sequence());
                    return present;
                });
    }

    // One waiter that fails must not keep the others asleep.
    private static void tell(Watch watch, Publication publication) {
        try {
            watch.watcher.hear(publication);
        } catch (RuntimeException e) {
            log.error("a waiter cannot be told", e);
        }
    }

    private static void wake(Watch watch) {
        try {
            watch.watcher.wake();
        } catch (RuntimeException e) {
            log.error("a waiter cannot be woken", e);
        }
    }
}
