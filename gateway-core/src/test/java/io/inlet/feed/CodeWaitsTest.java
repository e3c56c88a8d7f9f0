package io.inlet.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.StoreUnavailableException;
import io.inlet.sms.Message;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodeWaitsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final OneLease lease = new OneLease();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final CodeWaits waits = waits(lease);
    private long seen;

    @AfterEach
    void end() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void code_that_is_committed_while_the_first_read_runs_is_not_missed() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        OneLease slow =
                new OneLease() {
                    @Override
                    public FeedLook look(FeedQuery query) {
                        FeedLook before = super.look(query);
                        reading.countDown();
                        awaited(committed);
                        return before;
                    }
                };
        CodeWait wait = waits(slow).start(after(0, LONG));
        awaited(reading);
        slow.tell(slow.commit(Instant.now(), "111111"));
        committed.countDown();
        assertThat(code(outcome(wait))).isEqualTo("111111");
    }

    @Test
    void code_that_came_between_the_request_and_its_first_read_is_not_missed() throws Exception {
        lease.commit(Instant.now().minusSeconds(5), "older");
        Instant arrivedAt = Instant.now();
        lease.commit(arrivedAt.plusMillis(1), "newer");
        CodeWait wait = waits.start(request(null, arrivedAt, LONG));
        assertThat(code(outcome(wait))).isEqualTo("newer");
    }

    @Test
    void busy_tenant_does_not_hide_the_code_of_a_quiet_lease() throws Exception {
        Instant arrivedAt = Instant.now();
        lease.commit(arrivedAt.plusMillis(1), "newer");
        for (int i = 0; i < 600; i++) {
            lease.commitElsewhere(arrivedAt.plusMillis(2));
        }
        CodeWait wait = waits.start(request(null, arrivedAt, Duration.ofMillis(50)));
        assertThat(code(outcome(wait))).isEqualTo("newer");
    }

    @Test
    void busy_lease_does_not_hide_its_new_code_behind_its_old_ones() throws Exception {
        Instant arrivedAt = Instant.now();
        for (int i = 0; i < 2_100; i++) {
            lease.commit(arrivedAt.minusSeconds(5), "older");
        }
        lease.commit(arrivedAt, "newer");
        for (int i = 0; i < 600; i++) {
            lease.commitElsewhere(arrivedAt);
        }
        CodeWait wait = waits.start(request(null, arrivedAt, Duration.ofMillis(50)));
        assertThat(code(outcome(wait))).isEqualTo("newer");
    }

    @Test
    void code_that_is_told_after_the_first_look_is_the_answer_without_another() throws Exception {
        CodeWait wait = waits.start(after(0, LONG));
        firstLookIsOver();
        lease.tell(lease.commit(Instant.now(), "111111"));
        assertThat(code(outcome(wait))).isEqualTo("111111");
        assertThat(lease.looks).hasValue(1);
    }

    @Test
    void code_of_another_gateway_comes_before_the_later_one_that_is_told() throws Exception {
        CodeWait wait = waits.start(after(0, LONG));
        firstLookIsOver();
        lease.commit(Instant.now(), "from another gateway");
        lease.tell(lease.commit(Instant.now(), "from here"));
        assertThat(code(outcome(wait))).isEqualTo("from another gateway");
    }

    @Test
    void codes_that_lanes_tell_in_another_order_are_answered_in_the_order_of_the_feed()
            throws Exception {
        CodeWait wait = waits.start(after(0, LONG));
        firstLookIsOver();
        FeedEntry first = lease.commit(Instant.now(), "first");
        lease.tell(lease.commit(Instant.now(), "second"));
        lease.tell(first);
        assertThat(code(outcome(wait))).isEqualTo("first");
    }

    @Test
    void code_behind_a_gap_is_not_passed_over_when_the_look_for_the_gap_fails() throws Exception {
        OneLease shaky = new FailsOnLook(2);
        CodeWait wait = waits(shaky).start(after(0, LONG));
        await().atMost(Duration.ofSeconds(30)).until(() -> shaky.looks.get() == 1);
        FeedEntry slow = shaky.commit(Instant.now(), null);
        FeedEntry first = shaky.commit(Instant.now(), "first");
        FeedEntry second = shaky.commit(Instant.now(), "second");
        shaky.tell(first);
        await().atMost(Duration.ofSeconds(30)).until(() -> shaky.looks.get() >= 2);
        shaky.tell(slow);
        shaky.tell(second);
        assertThat(code(outcome(wait))).isEqualTo("first");
    }

    @Test
    void revision_that_brings_a_new_code_is_the_answer_heard_or_found() throws Exception {
        FeedEntry born = lease.commit(Instant.now(), null);
        CodeWait wait = waits.start(after(0, LONG));
        firstLookIsOver();
        lease.tell(lease.revise(born, "from the late part", true));
        assertThat(code(outcome(wait))).isEqualTo("from the late part");
        assertThat(lease.looks).hasValue(1);

        CodeWait later = waits.start(after(0, LONG));
        assertThat(code(outcome(later))).isEqualTo("from the late part");
    }

    @Test
    void each_code_of_a_message_is_answered_once() throws Exception {
        FeedEntry born = lease.commit(Instant.now(), "first");
        lease.revise(born, "first", false);
        lease.revise(born, "second", true);
        lease.revise(born, null, false);
        for (String expected : List.of("first", "second")) {
            var received = (WaitOutcome.Received) outcome(waits.start(after(seen, LONG)));
            assertThat(code(received)).isEqualTo(expected);
            seen = received.cursor().sequence();
        }
        assertThat(outcome(waits.start(after(seen, Duration.ofMillis(50)))))
                .isInstanceOf(WaitOutcome.TimedOut.class);
    }

    @Test
    void more_codes_than_are_kept_are_looked_up() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        OneLease slow =
                new OneLease() {
                    @Override
                    public FeedLook look(FeedQuery query) {
                        FeedLook found = super.look(query);
                        looking.countDown();
                        awaited(told);
                        return found;
                    }
                };
        CodeWait wait = waits(slow).start(after(0, LONG));
        awaited(looking);
        List<FeedEntry> codes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            codes.add(slow.commit(Instant.now(), "code " + i));
        }
        codes.reversed().forEach(slow::tell);
        told.countDown();
        assertThat(code(outcome(wait))).isEqualTo("code 0");
    }

    @Test
    void told_code_that_is_not_after_the_cursor_is_no_answer() throws Exception {
        CodeWait wait = waits.start(after(1, LONG));
        firstLookIsOver();
        lease.tell(lease.commit(Instant.now(), "seen"));
        lease.tell(lease.commit(Instant.now(), "new"));
        assertThat(code(outcome(wait))).isEqualTo("new");
    }

    @Test
    void end_of_the_lease_is_told_too() throws Exception {
        CodeWait wait = waits.start(after(0, LONG));
        firstLookIsOver();
        lease.tell(lease.release(Instant.now()));
        assertThat(outcome(wait)).isInstanceOf(WaitOutcome.Ended.class);
    }

    @Test
    void wake_up_that_is_lost_costs_seconds_and_not_the_whole_wait() throws Exception {
        CodeWait wait = waits.start(after(0, LONG));
        firstLookIsOver();
        lease.commit(Instant.now(), "111111");
        assertThat(code(outcome(wait))).isEqualTo("111111");
    }

    @Test
    void wait_without_a_cursor_does_not_see_what_was_there_before() throws Exception {
        FeedEntry older = lease.commit(Instant.now().minusSeconds(5), "older");
        CodeWait wait = waits.start(request(null, Instant.now(), Duration.ofMillis(50)));
        assertThat(outcome(wait)).isEqualTo(new WaitOutcome.TimedOut(older.cursor()));
    }

    @Test
    void code_is_found_when_the_time_is_up_even_if_nobody_told() throws Exception {
        CodeWait wait = waits.start(after(0, Duration.ofSeconds(2)));
        firstLookIsOver();
        lease.commit(Instant.now(), "111111");
        assertThat(code(outcome(wait))).isEqualTo("111111");
    }

    @Test
    void wakes_are_gathered_and_reads_of_one_wait_never_overlap() throws Exception {
        CodeWait wait = waits.start(after(0, LONG));
        FeedEntry text = lease.commit(Instant.now(), null);
        List<Thread> tellers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tellers.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int j = 0; j < 5_000; j++) {
                                    lease.tell(text);
                                }
                            }));
        }
        for (Thread teller : tellers) {
            teller.join(Duration.ofSeconds(30));
        }
        lease.tell(lease.commit(Instant.now(), "111111"));
        assertThat(code(outcome(wait))).isEqualTo("111111");
        assertThat(lease.overlap).hasValue(1);
        assertThat(lease.looks.get()).isLessThan(40_000);
    }

    @Test
    void cancelled_wait_leaves_nothing_behind() {
        CodeWait wait = waits.start(after(0, LONG));
        assertThat(waits.open()).isEqualTo(1);
        wait.cancel();
        assertThat(waits.open()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> wait.outcome().toCompletableFuture().isDone());
        int looks = lease.looks.get();
        lease.tell(lease.commit(Instant.now(), "111111"));
        assertThat(lease.looks.get()).isEqualTo(looks);
    }

    @Test
    void stop_ends_every_wait_and_each_later_one() throws Exception {
        CodeWait before = waits.start(after(0, LONG));
        waits.stop();
        CodeWait later = waits.start(after(0, LONG));
        assertThat(outcome(before)).isInstanceOf(WaitOutcome.TimedOut.class);
        assertThat(outcome(later)).isInstanceOf(WaitOutcome.TimedOut.class);
        assertThat(waits.open()).isZero();
    }

    @Test
    void store_that_is_away_fails_the_wait_at_once() {
        OneLease broken =
                new OneLease() {
                    @Override
                    public FeedLook look(FeedQuery query) {
                        throw new StoreUnavailableException("away", new IllegalStateException());
                    }
                };
        CodeWaits brokenWaits = waits(broken);
        CodeWait wait = brokenWaits.start(after(0, LONG));
        assertThatThrownBy(() -> outcome(wait)).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(brokenWaits.open()).isZero();
    }

    @Test
    void wait_sleeps_through_an_outage() throws Exception {
        OneLease shaky = new FailsOnLook(2);
        CodeWait wait = waits(shaky).start(after(0, LONG));
        await().atMost(Duration.ofSeconds(30)).until(() -> shaky.looks.get() == 1);
        shaky.commit(Instant.now(), "from another gateway");
        shaky.tell(shaky.commit(Instant.now(), "from here"));
        await().atMost(Duration.ofSeconds(30)).until(() -> shaky.looks.get() >= 2);
        assertThat(code(outcome(wait))).isEqualTo("from another gateway");
    }

    @Test
    void wait_whose_last_look_fails_does_not_say_that_there_was_no_code() {
        OneLease shaky = new FailsOnLook(2);
        CodeWait wait = waits(shaky).start(after(0, Duration.ofSeconds(1)));
        assertThatThrownBy(() -> outcome(wait)).hasCauseInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void wait_is_answered_at_its_end_though_the_database_hangs() {
        CountDownLatch hanging = new CountDownLatch(1);
        OneLease stalled =
                new OneLease() {
                    @Override
                    public FeedLook look(FeedQuery query) {
                        FeedLook found = super.look(query);
                        if (looks.get() > 1) {
                            awaited(hanging);
                        }
                        return found;
                    }
                };
        CodeWaits stalledWaits = waits(stalled);
        CodeWait wait = stalledWaits.start(after(0, Duration.ofMillis(100)));
        assertThatThrownBy(() -> outcome(wait)).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(stalledWaits.open()).isZero();
        assertThat(hanging.getCount()).as("the look still hangs").isEqualTo(1);
        hanging.countDown();
    }

    /** The database goes away for one look. */
    private static final class FailsOnLook extends OneLease {
        private final int failing;

        FailsOnLook(int failing) {
            this.failing = failing;
        }

        @Override
        public FeedLook look(FeedQuery query) {
            FeedLook found = super.look(query);
            if (looks.get() == failing) {
                throw new StoreUnavailableException("away");
            }
            return found;
        }
    }

    @Test
    void lease_of_another_tenant_is_not_found() throws Exception {
        CodeWaitRequest stranger =
                new CodeWaitRequest(
                        new TenantId(new UUID(9, 9)), OneLease.LEASE, null, Instant.now(), LONG);
        assertThat(outcome(waits.start(stranger))).isEqualTo(new WaitOutcome.NotFound());
    }

    private void firstLookIsOver() {
        await().atMost(Duration.ofSeconds(30)).until(() -> lease.looks.get() > 0);
    }

    private CodeWaits waits(OneLease of) {
        return new CodeWaits(of.ports(), threads, timer, InstantSource.system());
    }

    private static CodeWaitRequest after(long sequence, Duration timeout) {
        return request(OneLease.cursor(Instant.now(), sequence), Instant.now(), timeout);
    }

    private static CodeWaitRequest request(
            @Nullable Cursor after, Instant arrivedAt, Duration timeout) {
        return new CodeWaitRequest(OneLease.TENANT, OneLease.LEASE, after, arrivedAt, timeout);
    }

    private static WaitOutcome outcome(CodeWait wait) throws Exception {
        return wait.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static @Nullable String code(WaitOutcome outcome) {
        assertThat(outcome).isInstanceOf(WaitOutcome.Received.class);
        Message message = ((WaitOutcome.Received) outcome).message();
        return message.content().reading().code();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
