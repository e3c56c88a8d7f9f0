package io.inlet.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.lease.LeaseId;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WakeupsTest {
    private static final LeaseId LEASE = new LeaseId(new UUID(0, 1));
    private static final LeaseId OTHER = new LeaseId(new UUID(0, 2));

    private final Wakeups wakeups = new Wakeups();
    private final AtomicInteger woken = new AtomicInteger();

    private static FeedEntry event(@Nullable LeaseId lease) {
        var cursor = new Cursor(new TenantId(new UUID(0, 9)), LocalDate.EPOCH, 1);
        var id = new EventId(new UUID(0, 3));
        return new FeedEntry(id, cursor, EventType.CODE_RECEIVED, Instant.EPOCH, lease, null, 0);
    }

    @Test
    void waiter_is_woken_for_its_own_lease_alone() {
        wakeups.watch(LEASE, woken::incrementAndGet);
        wakeups.published(List.of(event(OTHER), event(null)));
        assertThat(woken).hasValue(0);
        wakeups.published(List.of(event(OTHER), event(LEASE)));
        assertThat(woken).hasValue(1);
    }

    @Test
    void watch_that_ended_is_not_woken() {
        var watch = wakeups.watch(LEASE, woken::incrementAndGet);
        watch.close();
        watch.close();
        wakeups.published(List.of(event(LEASE)));
        assertThat(woken).hasValue(0);
    }

    @Test
    void one_callback_may_watch_twice_and_end_once() {
        Runnable callback = woken::incrementAndGet;
        var first = wakeups.watch(LEASE, callback);
        wakeups.watch(LEASE, callback);
        first.close();
        wakeups.published(List.of(event(LEASE)));
        assertThat(woken).hasValue(1);
    }

    @Test
    void watch_may_end_within_its_own_callback() {
        Wakeups.Watch[] watch = new Wakeups.Watch[1];
        watch[0] =
                wakeups.watch(
                        LEASE,
                        () -> {
                            woken.incrementAndGet();
                            watch[0].close();
                        });
        wakeups.published(List.of(event(LEASE), event(LEASE)));
        assertThat(woken).hasValue(1);
    }

    @Test
    void no_wakeup_is_lost_while_others_come_and_go() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            CountDownLatch done = new CountDownLatch(2);
            for (int t = 0; t < 2; t++) {
                threads.execute(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        AtomicInteger mine = new AtomicInteger();
                        var watch = wakeups.watch(LEASE, mine::incrementAndGet);
                        wakeups.published(List.of(event(LEASE)));
                        woken.addAndGet(Math.min(1, mine.get()));
                        watch.close();
                    }
                    done.countDown();
                });
            }
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(woken).hasValue(40_000);
    }
}
