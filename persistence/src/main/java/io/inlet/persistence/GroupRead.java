package io.inlet.persistence;

import io.inlet.intake.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final int MOST_WAITING = 10_000;

    /** Of one kind. A second one, so that one slow statement does not hold up everybody. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Source<Q, A> source;
    private final Semaphore shared;
    private final BlockingQueue<Asked<Q, A>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** Where answers come from. */
    interface Source<Q, A> {
        /** The answers, one for each question and in their order. Fails for all or for none. */
        List<A> read(List<Q> questions);

        /** How many small rows the answer may be worth. */
        default int weight(Q question) {
            return 1;
        }

        /** Questions of one group are answered by one statement. */
        default Object group(Q question) {
            return "all";
        }
    }

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    /**
     * @param shared one permit for each statement that all kinds of reads together may have under
     *     way, so that connections are left for others
     */
    GroupRead(Source<Q, A> source, Semaphore shared) {
        this.source = source;
        this.shared = shared;
    }

    /**
     * The answer.
     *
     * @throws StoreUnavailableException if it cannot be had in time, or too many wait already
     */
    A ask(Q question) {
        Asked<Q, A> asked = new Asked<>(question, new CompletableFuture<>());
        try {
            if (!queue.offer(asked, PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreUnavailableException("too many reads wait for the database");
            }
            takeTurn();
            return await(asked.answer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while reading", e);
        } finally {
            asked.answer().cancel(false); // whoever gave up is not asked for any more
        }
    }

    /** How many are not yet asked of the database. */
    int waiting() {
        return queue.size();
    }

    // On a thread of its own, which runs after those that are awake already: what one commit has
    // woken is asked by one statement.
    private void takeTurn() {
        if (!queue.isEmpty() && turns.tryAcquire()) {
            try {
                Thread.ofVirtual().name("group-read").start(this::turn);
            } catch (Throwable e) {
                turns.release();
                throw e;
            }
        }
    }

    private void turn() {
        try {
            shared.acquireUninterruptibly();
            try {
                List<Asked<Q, A>> batch = batch();
                if (!batch.isEmpty()) {
                    answer(batch);
                }
            } finally {
                shared.release();
            }
        } finally {
            turns.release();
            takeTurn();
        }
    }

    private synchronized List<Asked<Q, A>> batch() {
        Batch<Q, A> batch = new Batch<>(source);
        for (Asked<Q, A> next = queue.peek();
                next != null && (next.answer().isDone() || batch.takes(next.question()));
                next = queue.peek()) {
            batch.add(queue.remove());
        }
        return batch.asked;
    }

    /** What one turn asks. Bounded in rows and in statements, so that no turn takes long. */
    private static final class Batch<Q, A> {
        private static final int MOST_AT_ONCE = 250;
        private static final int MOST_WEIGHT = 10_000;
        private static final int MOST_GROUPS = 4;

        private final Source<Q, A> source;
        private final List<Asked<Q, A>> asked = new ArrayList<>();
        private final Set<Object> groups = new HashSet<>();
        private int weight;

        Batch(Source<Q, A> source) {
            this.source = source;
        }

        boolean takes(Q question) {
            return asked.isEmpty()
                    || (asked.size() < MOST_AT_ONCE
                            && weight + source.weight(question) <= MOST_WEIGHT
                            && (groups.size() < MOST_GROUPS
                                    || groups.contains(source.group(question))));
        }

        void add(Asked<Q, A> next) {
            if (!next.answer().isDone()) {
                asked.add(next);
                weight += source.weight(next.question());
                groups.add(source.group(next.question()));
            }
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

    private static <A> A await(CompletableFuture<A> answer) throws InterruptedException {
        try {
            return answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
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
