package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupReadTest {
    private static final int STATEMENTS_AT_ONCE = 2;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<List<Integer>> statements = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void releaseAll() {
        released.countDown();
        callers.close();
    }

    @Test
    void each_caller_gets_its_own_answer() throws Exception {
        released.countDown();
        GroupRead<Integer, String> group = group(this::answersOnceReleased);

        assertAnswered(askAll(group, 0, 1_000), 0);
    }

    @Test
    void questions_gather_while_statements_are_under_way() throws Exception {
        GroupRead<Integer, String> group = group(this::answersOnceReleased);
        List<Future<String>> first = askOneByOne(group);

        List<Future<String>> rest = askAll(group, STATEMENTS_AT_ONCE, 200);
        await().until(() -> group.waiting() == 200);
        released.countDown();

        assertAnswered(first, 0);
        assertAnswered(rest, STATEMENTS_AT_ONCE);
        assertThat(statements).hasSize(STATEMENTS_AT_ONCE + 1);
    }

    @Test
    void a_failure_reaches_those_who_asked_and_nobody_after_them() {
        GroupRead<Integer, String> group =
                group(questions -> {
                    if (questions.contains(0)) {
                        throw new StoreUnavailableException("away");
                    }
                    return Lists.map(questions, String::valueOf);
                });

        assertThatThrownBy(() -> group.ask(0)).isInstanceOf(StoreUnavailableException.class);
        assertThat(group.ask(1)).isEqualTo("1");
    }

    @Test
    void a_caller_that_is_interrupted_stops_waiting() throws Exception {
        GroupRead<Integer, String> group = group(this::answersOnceReleased);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                group.ask(1);
                            } catch (RuntimeException e) {
                                thrown.complete(e);
                            }
                        });
        await().until(() -> statements.size() == 1);

        caller.interrupt();

        assertThat(thrown.get(60, TimeUnit.SECONDS)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void who_gave_up_is_not_asked_for() throws Exception {
        GroupRead<Integer, String> group = group(this::answersOnceReleased);
        List<Future<String>> first = askOneByOne(group);
        List<Future<String>> rest = askAll(group, STATEMENTS_AT_ONCE, 2);
        await().until(() -> group.waiting() == 2);

        rest.getFirst().cancel(true);
        await().until(() -> rest.getFirst().state() == Future.State.CANCELLED);
        released.countDown();

        assertAnswered(first, 0);
        assertThat(rest.getLast().get()).isEqualTo("3");
        assertThat(statements).last().isEqualTo(List.of(3));
    }

    @Test
    void a_batch_is_bounded_in_rows_and_in_groups() throws Exception {
        GroupRead.Source<Integer, String> heavy =
                new GroupRead.Source<>() {
                    @Override
                    public List<String> read(List<Integer> questions) {
                        return answersOnceReleased(questions);
                    }

                    @Override
                    public int weight(Integer question) {
                        return question < 100 ? 4_000 : 1;
                    }

                    @Override
                    public Object group(Integer question) {
                        return question;
                    }
                };
        GroupRead<Integer, String> group = group(heavy);
        askOneByOne(group);
        List<Future<String>> rest = askAll(group, STATEMENTS_AT_ONCE, 200);
        await().until(() -> group.waiting() == 200);
        released.countDown();

        assertAnswered(rest, STATEMENTS_AT_ONCE);
        assertThat(statements)
                .allSatisfy(questions -> {
                    assertThat(questions).hasSizeLessThanOrEqualTo(4);
                    assertThat(questions.stream().filter(q -> q < 100)).hasSizeLessThan(3);
                });
    }

    @Test
    void all_kinds_together_leave_connections_to_others() throws Exception {
        Semaphore one = new Semaphore(1);
        GroupRead<Integer, String> some = new GroupRead<>(this::answersOnceReleased, one);
        GroupRead<Integer, String> others = new GroupRead<>(this::answersOnceReleased, one);
        List<Future<String>> answers = askAll(some, 0, 1);
        await().until(() -> statements.size() == 1);
        List<Future<String>> later = askAll(others, 1, 1);
        await().until(one::hasQueuedThreads);

        assertThat(statements).hasSize(1);
        released.countDown();
        assertAnswered(answers, 0);
        assertAnswered(later, 1);
    }

    private static GroupRead<Integer, String> group(GroupRead.Source<Integer, String> source) {
        return new GroupRead<>(source, new Semaphore(STATEMENTS_AT_ONCE));
    }

    /** Occupies every statement that may be under way. */
    private List<Future<String>> askOneByOne(GroupRead<Integer, String> group) {
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < STATEMENTS_AT_ONCE; i++) {
            int expected = i + 1;
            answers.addAll(askAll(group, i, 1));
            await().until(() -> statements.size() == expected);
        }
        return answers;
    }

    private List<Future<String>> askAll(GroupRead<Integer, String> group, int from, int count) {
        List<Future<String>> answers = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            int question = i;
            answers.add(callers.submit(() -> group.ask(question)));
        }
        return answers;
    }

    private static void assertAnswered(List<Future<String>> answers, int from)
            throws InterruptedException, ExecutionException {
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(String.valueOf(from + i));
        }
    }

    private List<String> answersOnceReleased(List<Integer> questions) {
        statements.add(questions);
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Lists.map(questions, String::valueOf);
    }
}
