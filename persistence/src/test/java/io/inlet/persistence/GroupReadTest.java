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
        GroupRead<Integer, String> group = new GroupRead<>(this::answersOnceReleased);

        assertAnswered(askAll(group, 0, 1_000), 0);
    }

    @Test
    void questions_gather_while_statements_are_under_way() throws Exception {
        GroupRead<Integer, String> group = new GroupRead<>(this::answersOnceReleased);
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
                new GroupRead<>(questions -> {
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
        GroupRead<Integer, String> group = new GroupRead<>(this::answersOnceReleased);
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

        assertThat(thrown.get(5, TimeUnit.SECONDS)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void too_many_who_wait_are_refused_at_once() throws Exception {
        GroupRead<Integer, String> group = new GroupRead<>(this::answersOnceReleased);
        askOneByOne(group);
        askAll(group, STATEMENTS_AT_ONCE, GroupRead.MOST_WAITING);
        await().until(() -> group.waiting() == GroupRead.MOST_WAITING);

        assertThatThrownBy(() -> group.ask(-1))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("too many");
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
