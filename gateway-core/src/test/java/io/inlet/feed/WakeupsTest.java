package io.inlet.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.lease.LeaseId;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WakeupsTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 9));
    private static final LeaseId LEASE = new LeaseId(new UUID(0, 1));
    private static final LeaseId OTHER = new LeaseId(new UUID(0, 2));

    private final Wakeups wakeups = new Wakeups();
    private final AtomicInteger woken = new AtomicInteger();

    private static Publication event(@Nullable LeaseId lease) {
        return event(lease, 1);
    }

    private static Publication event(@Nullable LeaseId lease, long sequence) {
        var cursor = new Cursor(TENANT, LocalDate.EPOCH, sequence);
        var id = new EventId(new UUID(0, 3));
        return Publication.of(
                new FeedEntry(id, cursor, EventType.CODE_RECEIVED, Instant.EPOCH, lease, null, 0));
    }

    private Wakeups.Watch watch(AtomicInteger wakes) {
        return watch(wakes::incrementAndGet);
    }

    private Wakeups.Watch watch(Runnable onWake) {
        return wakeups.watch(
                TENANT,
                LEASE,
                new Wakeups.Watcher() {
                    @Override
                    public void hear(Publication publication) {}

                    @Override
                    public void wake() {
                        onWake.run();
                    }
                });
    }

    @Test
    void waiter_is_woken_for_its_own_lease_alone() {
        watch(woken);
        wakeups.published(List.of(event(OTHER), event(null)));
        assertThat(woken).hasValue(0);
        wakeups.published(List.of(event(OTHER), event(LEASE)));
        assertThat(woken).hasValue(1);
    }

    @Test
    void watch_that_ended_is_not_woken() {
        var watch = watch(woken);
        watch.close();
        watch.close();
        wakeups.published(List.of(event(LEASE)));
        assertThat(woken).hasValue(0);
    }

    @Test
    void one_callback_may_watch_twice_and_end_once() {
        Runnable callback = woken::incrementAndGet;
        var first = watch(callback);
        watch(callback);
        first.close();
        wakeups.published(List.of(event(LEASE)));
        assertThat(woken).hasValue(1);
    }

    @Test
    void watch_may_end_within_its_own_callback() {
        Wakeups.Watch[] watch = new Wakeups.Watch[1];
        watch[0] =
                watch(() -> {
                    woken.incrementAndGet();
                    watch[0].close();
                });
        wakeups.published(List.of(event(LEASE), event(LEASE)));
        assertThat(woken).hasValue(1);
    }

    @Test
    void all_of_a_commit_is_heard_and_counts_before_anybody_is_woken() {
        List<String> told = new ArrayList<>();
        Wakeups.Watch[] watch = new Wakeups.Watch[1];
        watch[0] =
                wakeups.watch(
                        TENANT,
                        LEASE,
                        new Wakeups.Watcher() {
                            @Override
                            public void hear(Publication publication) {
                                told.add("heard, known to " + watch[0].through(4));
                            }

                            @Override
                            public void wake() {
                                told.add("woken, known to " + watch[0].through(4));
                            }
                        });
        wakeups.published(List.of(event(LEASE, 5), event(OTHER, 6)));
        assertThat(told).containsExactly("heard, known to 4", "woken, known to 6");
    }

    @Test
    void what_another_gateway_wrote_is_a_gap() {
        var watch = watch(woken);
        wakeups.published(List.of(event(OTHER, 5), event(OTHER, 6)));
        wakeups.published(List.of(event(OTHER, 8)));
        assertThat(watch.through(4)).isEqualTo(6);
        assertThat(watch.through(6)).isEqualTo(6);
        assertThat(watch.through(7)).isEqualTo(8);
        wakeups.published(List.of(event(OTHER, 7)));
        assertThat(watch.through(4)).isEqualTo(8);
    }

    @Test
    void a_tenant_is_forgotten_with_its_last_watch() {
        var first = watch(woken);
        var second = watch(woken);
        wakeups.published(List.of(event(OTHER, 5)));
        first.close();
        first.close();
        assertThat(second.through(4)).isEqualTo(5);
        second.close();
        assertThat(watch(woken).through(4)).isEqualTo(4);
    }

    @Test
    void no_wakeup_is_lost_while_others_come_and_go() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            CountDownLatch done = new CountDownLatch(2);
            for (int t = 0; t < 2; t++) {
                threads.execute(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        AtomicInteger mine = new AtomicInteger();
                        var watch = watch(mine);
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
