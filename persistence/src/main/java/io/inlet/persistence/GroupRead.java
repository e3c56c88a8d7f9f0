package io.inlet.persistence;

import io.inlet.intake.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the reads of many callers into few statements: while one is under way, the next questions
 * gather, as with commits. A thousand waiters that one commit wakes so take two connections and a
 * handful of statements instead of a thousand. Each question is answered by a statement that begins
 * after it was asked. Any thread may ask, and blocks until the answer is there.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class GroupRead<Q, A> {
    static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 250;

    /** A second one, so that one slow statement does not hold up everybody. */
    private static final int STATEMENTS_AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Source<Q, A> source;
    private final BlockingQueue<Asked<Q, A>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Semaphore turns = new Semaphore(STATEMENTS_AT_ONCE);

    /** Where answers come from. */
    interface Source<Q, A> {
        /** The answers, one for each question and in their order. Fails for all or for none. */
        List<A> read(List<Q> questions);
    }

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    GroupRead(Source<Q, A> source) {
        this.source = source;
    }

    /**
     * The answer.
     *
     * @throws StoreUnavailableException if it cannot be had in time, or too many wait already
     */
    A ask(Q question) {
        Asked<Q, A> asked = new Asked<>(question, new CompletableFuture<>());
        if (!queue.offer(asked)) {
            throw new StoreUnavailableException("too many reads wait for the database");
        }
        takeTurn();
        return await(asked.answer());
    }

    /** How many are not yet asked of the database. */
    int waiting() {
        return queue.size();
    }

    // On a thread of its own, which runs after those that are awake already: what one commit has
    // woken is asked by one statement.
    private void takeTurn() {
        if (!queue.isEmpty() && turns.tryAcquire()) {
            Thread.ofVirtual().name("group-read").start(this::turn);
        }
    }

    private void turn() {
        try {
            List<Asked<Q, A>> batch = new ArrayList<>();
            queue.drainTo(batch, MOST_AT_ONCE);
            if (!batch.isEmpty()) {
                answer(batch);
            }
        } finally {
            turns.release();
            takeTurn();
        }
    }

    private void answer(List<Asked<Q, A>> batch) {
        try {
            List<A> answers = source.read(Lists.map(batch, Asked::question));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(asked -> asked.answer().completeExceptionally(e));
        }
    }

    private static <A> A await(CompletableFuture<A> answer) {
        try {
            return answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while reading", e);
        } catch (TimeoutException e) {
            throw new StoreUnavailableException("the database did not answer in time", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable failure) {
        return switch (failure) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> new IllegalStateException("a read failed", failure);
        };
    }
}
