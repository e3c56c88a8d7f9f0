package io.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CodeReading;
import io.inlet.code.SampleReading;
import io.inlet.feed.Wakeups;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.Disposition.Stored;
import io.inlet.sms.Segment;
import io.inlet.sms.SegmentFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final IntakeSettings ONE_LANE =
            new IntakeSettings(1, 100, 50, Duration.ofSeconds(8));

    private final ScriptedStore store = new ScriptedStore();
    private Intake intake = start(ONE_LANE);

    @AfterEach
    void stop() {
        store.open();
        intake.close();
    }

    @Test
    void an_arrival_is_answered_only_after_its_commit() {
        CompletableFuture<Disposition> answer = occupyLane();
        assertThat(answer).isNotDone();

        store.open();
        assertThat(answer).succeedsWithin(Duration.ofSeconds(30)).isInstanceOf(Stored.class);
    }

    @Test
    void what_comes_during_a_commit_is_the_next_batch() {
        CompletableFuture<Disposition> first = occupyLane();
        List<CompletableFuture<Disposition>> more = acceptMany(20);
        store.open();

        await(first);
        more.forEach(IntakeTest::await);
        assertThat(store.batches).extracting(List::size).containsExactly(1, 20);
    }

    @Test
    void a_second_copy_in_one_batch_waits_for_the_next() {
        var first = occupyLane();
        var copy = intake.accept(segment("twin"));
        var other = intake.accept(segment("twin"));
        store.open();
        assertThat(await(first)).isInstanceOf(Stored.class);

        await(copy);
        await(other);
        assertThat(store.batches).extracting(List::size).containsExactly(1, 1, 1);
    }

    @Test
    void the_messages_of_a_number_keep_their_order() {
        intake.close();
        intake = start(new IntakeSettings(4, 5_000, 7, Duration.ofSeconds(8)));
        List<CompletableFuture<Disposition>> answers = acceptMany(1_000);

        answers.forEach(IntakeTest::await);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            expected.add("message " + i);
        }
        assertThat(store.texts()).isEqualTo(expected);
    }

    @Test
    void a_full_intake_refuses_and_never_discards() {
        var first = occupyLane();
        List<CompletableFuture<Disposition>> held = acceptMany(100);
        var refused = intake.accept(segment("one too many"));

        assertThat(refused).isCompletedWithValue(new Deferred(Deferred.Reason.INTAKE_FULL));
        store.open();
        assertThat(await(first)).isInstanceOf(Stored.class);
        assertThat(held).allSatisfy(a -> assertThat(await(a)).isInstanceOf(Stored.class));
    }

    @Test
    void an_arrival_that_waited_too_long_is_deferred_and_not_stored() {
        Segment old = SegmentFixture.saying("old").at(NOW.minus(Duration.ofSeconds(9))).build();

        assertThat(await(intake.accept(old))).isInstanceOf(Deferred.class);
        assertThat(store.batches).isEmpty();
    }

    @Test
    void one_bad_message_ends_raw_in_quarantine_and_the_rest_is_stored() {
        var first = occupyLane();
        store.before =
                batch -> {
                    if (batch.stream().anyMatch(s -> ScriptedStore.text(s).equals("message 13"))) {
                        throw new DataRefusedException("SQLSTATE 22021", new Exception());
                    }
                };
        List<CompletableFuture<Disposition>> answers = acceptMany(50);
        store.open();
        assertThat(await(first)).isInstanceOf(Stored.class);

        for (int i = 0; i < 50; i++) {
            assertThat(await(answers.get(i)))
                    .isInstanceOf(i == 13 ? Quarantined.class : Stored.class);
        }
    }

    @Test
    void an_absent_store_defers_and_its_return_is_noticed() {
        store.before =
                batch -> {
                    throw new StoreUnavailableException("away", new Exception());
                };
        assertThat(await(intake.accept(segment("one"))))
                .isEqualTo(new Deferred(Deferred.Reason.STORE_UNAVAILABLE));

        store.before = batch -> {};
        assertThat(await(intake.accept(segment("two")))).isInstanceOf(Stored.class);
    }

    @Test
    void an_unknown_outcome_is_answered_as_a_fault() {
        store.before =
                batch -> {
                    throw new OutcomeUnknownException("cut off", new Exception());
                };
        assertThat(await(intake.accept(segment("one"))))
                .isEqualTo(new Deferred(Deferred.Reason.OUTCOME_UNKNOWN));
    }

    @Test
    void a_bug_in_the_store_does_not_end_the_lane() {
        store.before =
                batch -> {
                    throw new IllegalStateException("a bug");
                };
        assertThat(await(intake.accept(segment("one")))).isInstanceOf(Deferred.class);

        store.before = batch -> {};
        assertThat(await(intake.accept(segment("two")))).isInstanceOf(Stored.class);
    }

    @Test
    void a_stop_commits_what_waits_and_defers_what_comes_later() {
        var first = occupyLane();
        List<CompletableFuture<Disposition>> waiting = acceptMany(10);
        Thread stop = Thread.ofVirtual().start(intake::close);
        store.open();
        assertThat(await(first)).isInstanceOf(Stored.class);
        waiting.forEach(a -> assertThat(await(a)).isInstanceOf(Stored.class));

        joined(stop);
        assertThat(intake.accept(segment("late")))
                .isCompletedWithValue(new Deferred(Deferred.Reason.STOPPING));
    }

    private Intake start(IntakeSettings settings) {
        Composer composer = new Composer((text, sender) -> NO_CODE);
        var committer =
                new Committer(store, new Wakeups(), IntakeObserver.NONE, InstantSource.fixed(NOW));
        return new Intake(
                settings,
                () ->
                        new Preparer(
                                new KeyedHash(new SecretKeySpec(new byte[32], "HmacSHA256")),
                                composer),
                committer);
    }

    /** Lets a first commit begin and hold, so that what comes next gathers behind it. */
    private CompletableFuture<Disposition> occupyLane() {
        store.hold();
        var first = intake.accept(segment("first"));
        store.entered.acquireUninterruptibly();
        return first;
    }

    private List<CompletableFuture<Disposition>> acceptMany(int count) {
        List<CompletableFuture<Disposition>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(intake.accept(segment("message " + i)));
        }
        return answers;
    }

    private static Segment segment(String text) {
        return SegmentFixture.saying(text).at(NOW).build();
    }

    private static Disposition await(CompletableFuture<Disposition> answer) {
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void joined(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static final CodeReading NO_CODE = SampleReading.of(null).rule("none", 0).reading();
}
