package io.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CodeExtractor;
import io.inlet.code.CodeReading;
import io.inlet.feed.Wakeups;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.Disposition.Stored;
import io.inlet.sms.Answered;
import io.inlet.sms.Segment;
import io.inlet.sms.SegmentFixture;
import io.inlet.sms.UnreadableFrame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(120)
@Isolated("its lanes die, and whoever waits in this JVM hears of it")
final class IntakeFaultsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Deferred UNKNOWN = new Deferred(Deferred.Reason.OUTCOME_UNKNOWN);

    private static final Deferred STOPPING = new Deferred(Deferred.Reason.STOPPING);

    private final ScriptedStore store = new ScriptedStore();
    private final AtomicInteger read = new AtomicInteger();
    private volatile CodeExtractor extractor = (text, sender) -> IntakeTest.NO_CODE;
    private Intake intake = start(500);

    @AfterEach
    void stop() {
        store.open();
        intake.close();
    }

    @Test
    void arrival_that_cannot_be_read_is_kept_raw_and_its_neighbours_are_stored() {
        extractor =
                (text, sender) -> {
                    if (text.equals("poison")) {
                        throw new IllegalStateException("cannot read " + text);
                    }
                    return IntakeTest.NO_CODE;
                };
        var answers = gathered("before", "poison", "after");

        assertThat(await(answers.get(0))).isInstanceOf(Stored.class);
        assertThat(await(answers.get(1)))
                .isInstanceOfSatisfying(
                        Quarantined.class,
                        q -> assertThat(q.reason()).isEqualTo(QuarantineReason.UNREADABLE));
        assertThat(await(answers.get(2))).isInstanceOf(Stored.class);
        assertThat(store.batches.get(1).get(1).arrival())
                .isInstanceOfSatisfying(
                        UnreadableFrame.class,
                        raw ->
                                assertThat(raw.problem())
                                        .contains("IllegalStateException")
                                        .doesNotContain("poison"));
    }

    @Test
    void arrival_that_overflows_the_stack_does_not_end_the_lane() {
        extractor = IntakeFaultsTest::endless;

        assertThat(await(intake.accept(segment("deep")))).isInstanceOf(Quarantined.class);
        assertThat(intake.isAlive()).isTrue();
    }

    @Test
    void arrival_that_cannot_even_be_named_is_deferred_and_spoils_no_other_name() {
        assertThat(await(intake.accept(withoutSource()))).isEqualTo(UNKNOWN);

        assertThat(await(intake.accept(segment("next")))).isInstanceOf(Stored.class);
        assertThat(store.batches.getFirst().getFirst().fingerprint())
                .isEqualTo(hash().fingerprint(segment("next")));
    }

    @Test
    void lane_that_dies_answers_what_it_held() {
        store.before =
                batch -> {
                    throw new InternalError("the end");
                };
        var answers = gathered("one", "two", "two");

        assertThat(answers.stream().map(IntakeFaultsTest::await))
                .as("the copy was held back, so it was not in the commit")
                .containsExactly(UNKNOWN, UNKNOWN, STOPPING);
        assertThat(intake.accept(segment("late"))).isCompletedWithValue(STOPPING);
    }

    @Test
    void lane_that_dies_after_the_commit_does_not_say_that_nothing_is_stored() {
        intake.close();
        intake = start(2);
        store.after =
                batch -> {
                    if (store.texts().contains("one")) {
                        throw new InternalError("the end");
                    }
                };
        var answers = gathered("one", "two", "three");

        assertThat(answers.stream().map(IntakeFaultsTest::await))
                .containsExactly(UNKNOWN, UNKNOWN, STOPPING);
        assertThat(store.texts()).containsExactly("first", "one", "two");
    }

    @Test
    void bug_after_a_commit_leaves_its_outcome_unknown_though_the_store_goes_away_then() {
        store.after =
                batch -> {
                    if (batch.size() > 1) {
                        store.before = IntakeFaultsTest::away;
                        throw new IllegalStateException("a bug");
                    }
                };
        var answers = gathered("one", "two");

        answers.forEach(answer -> assertThat(await(answer)).isEqualTo(UNKNOWN));
        assertThat(store.texts()).containsExactly("first", "one", "two");
        assertThat(await(intake.accept(segment("next"))))
                .as("a batch of its own")
                .isEqualTo(new Deferred(Deferred.Reason.STORE_UNAVAILABLE));
    }

    @Test
    void bug_that_one_message_touches_defers_that_one_alone() {
        store.before =
                batch -> {
                    if (batch.stream().anyMatch(s -> ScriptedStore.text(s).equals("message 13"))) {
                        throw new IllegalStateException("a bug");
                    }
                };
        var answers = gathered(numbered(50));

        for (int i = 0; i < 50; i++) {
            Disposition answer = await(answers.get(i));
            if (i == 13) {
                assertThat(answer).isEqualTo(UNKNOWN);
            } else {
                assertThat(answer).isInstanceOf(Stored.class);
            }
        }
    }

    @Test
    void bug_in_every_commit_is_not_tried_for_every_message() {
        AtomicInteger tries = new AtomicInteger();
        store.before =
                batch -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("a bug");
                };
        var answers = gathered(numbered(400));

        answers.forEach(answer -> assertThat(await(answer)).isEqualTo(UNKNOWN));
        assertThat(tries.get()).isBetween(10, 100);
    }

    @Test
    void copies_are_read_once_and_do_not_keep_others_waiting() {
        intake.close();
        intake = start(8);
        String[] texts = new String[41];
        Arrays.fill(texts, "twin");
        texts[40] = "other";
        var answers = gathered(texts);

        answers.forEach(answer -> assertThat(await(answer)).isInstanceOf(Stored.class));
        assertThat(read).hasValue(42);
        int commitOfOther = 0;
        while (store.batches.get(commitOfOther).stream()
                .noneMatch(s -> ScriptedStore.text(s).equals("other"))) {
            commitOfOther++;
        }
        assertThat(commitOfOther).isLessThan(10);
    }

    private Intake start(int batch) {
        Composer composer =
                new Composer((text, sender) -> {
                    read.incrementAndGet();
                    return extractor.read(text, sender);
                });
        var committer =
                new Committer(store, new Wakeups(), IntakeObserver.NONE, InstantSource.fixed(NOW));
        var settings = new IntakeSettings(1, 1_000, batch, Duration.ofSeconds(8));
        return new Intake(settings, () -> new Preparer(hash(), composer), committer);
    }

    /** Accepts these while a first commit holds the lane, so that they gather behind it. */
    private List<CompletableFuture<Disposition>> gathered(String... texts) {
        var script = store.before;
        store.before = batch -> {};
        store.hold();
        var first = intake.accept(segment("first"));
        store.entered.acquireUninterruptibly();
        List<CompletableFuture<Disposition>> answers = new ArrayList<>();
        for (String text : texts) {
            answers.add(intake.accept(segment(text)));
        }
        store.before =
                batch -> {
                    if (!ScriptedStore.text(batch.getFirst()).equals("first")) {
                        script.accept(batch);
                    }
                };
        store.open();
        assertThat(await(first)).isInstanceOf(Stored.class);
        return answers;
    }

    private static void away(List<Submission> batch) {
        throw new StoreUnavailableException(
                "away with " + batch.size(), new IllegalStateException("no connection"));
    }

    private static String[] numbered(int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = "message " + i;
        }
        return texts;
    }

    private static KeyedHash hash() {
        return new KeyedHash(new SecretKeySpec(new byte[32], "HmacSHA256"));
    }

    private static Segment segment(String text) {
        return SegmentFixture.saying(text).at(NOW).build();
    }

    /** What a bug in an adapter could hand over: its name fails half-way. */
    @SuppressWarnings("NullAway")
    private static Segment withoutSource() {
        Segment whole = segment("nameless");
        return new Segment(
                whole.origin(),
                NOW,
                Answered.NOTHING,
                null,
                whole.destination(),
                whole.envelope(),
                whole.userData(),
                null,
                Segment.CarrierFacts.NONE,
                whole.pdu());
    }

    @SuppressWarnings("InfiniteRecursion")
    private static CodeReading endless(String text, String sender) {
        return endless(text, sender);
    }

    private static Disposition await(CompletableFuture<Disposition> answer) {
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
