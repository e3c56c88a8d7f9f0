package io.inlet.persistence;

import io.inlet.feed.Publication;
import io.inlet.intake.Composer;
import io.inlet.intake.DataRefusedException;
import io.inlet.intake.MessageStore;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.intake.Submission;
import io.inlet.seal.BrokenSealException;
import io.inlet.sms.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The commit: one READ COMMITTED transaction for each batch, whose locks are always taken in one
 * order (deliveries, long messages, feeds). Any thread; each call takes one connection.
 */
public final class PostgresMessages implements MessageStore {
    private static final int MOST_TRIES = 5;

    /** More than a transaction takes. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Database database;
    private final ContentKeys keys;
    private final Partitions partitions;
    private final InstantSource clock;
    private final CommitSteps steps;
    private final OverdueTable overdue;
    private final Patience patience;

    /**
     * What the commit stands on.
     *
     * @param database the database
     * @param keys its content keys
     * @param partitions its partitions
     * @param clock says what day it is in the feed
     */
    public record Ground(
            Database database, ContentKeys keys, Partitions partitions, InstantSource clock) {}

    public PostgresMessages(Ground ground, Composer composer, CommitSettings settings) {
        this.database = ground.database();
        this.keys = ground.keys();
        this.partitions = ground.partitions();
        this.clock = ground.clock();
        this.patience = Patience.of(settings);
        Deliveries deliveries = new Deliveries(settings.redeliveryHorizon());
        ReassemblyTable parts = new ReassemblyTable(keys, patience);
        Assembler assembler = new Assembler(composer);
        Suspensions suspensions = new Suspensions(clock);
        Owners owners =
                new Owners(new Holdings(keys, settings.rememberedNumbers()), keys, composer);
        this.overdue = new OverdueTable(parts);
        this.steps =
                new CommitSteps(
                        deliveries,
                        new LongMessages(parts, deliveries, assembler, suspensions),
                        owners,
                        new Revisions(new VersionTable(keys), owners, assembler, suspensions),
                        suspensions,
                        keys);
    }

    @Override
    public Committed commit(List<Submission> batch) {
        return untilRight(() -> tryToCommit(batch));
    }

    private static <T> T untilRight(Supplier<@Nullable T> trial) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            T done = trial.get();
            if (done != null) {
                return done;
            }
        }
        throw new StoreUnavailableException(
                "leases changed under a batch " + MOST_TRIES + " times in a row",
                new IllegalStateException("gave up"));
    }

    /** Commits, or null if a lease came to a tenant whose feed was not locked for it. */
    private @Nullable Committed tryToCommit(List<Submission> batch) {
        makeReady(batch);
        rememberDaysOfKept(batch);
        try (Transaction transaction = new Transaction(database.dataSource())) {
            var commit = new BatchCommit(steps, transaction.connection(), batch, clock);
            commit.prepare();
            transaction.begin();
            Committed committed = commit.run();
            if (committed != null) {
                transaction.commit();
            }
            return committed;
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        } catch (BrokenSealException e) {
            throw new DataRefusedException("a part that waited does not open any more", e);
        }
    }

    /** The keys of long messages whose time is up, the oldest first. */
    List<UUID> overdue(int most) {
        return onConnection(connection -> OverdueTable.due(connection, clock.instant(), most));
    }

    /**
     * Tells long messages as they are, in one transaction; those that somebody else holds, or that
     * are not due any more, are left out.
     *
     * @return the events written
     */
    List<Publication> tellOverdue(List<UUID> keys) {
        rememberDays(keys);
        makeReady(List.of());
        return untilRight(() -> tryToTell(keys));
    }

    private @Nullable List<Publication> tryToTell(List<UUID> due) {
        return inTransaction(
                connection -> new OverdueCommit(steps, overdue, connection, clock).run(due));
    }

    /**
     * Commits what is still kept raw of a batch, by which it is kept raw no more. Each submission
     * has the id under which it is.
     *
     * @throws DataRefusedException if the data is at fault; all stays as it was
     */
    Committed commitTaken(List<Submission> batch) {
        makeReady(batch);
        rememberDaysOfKept(batch);
        return untilRight(() ->
                inTransaction(connection -> {
                    List<Submission> taken = FailureTable.take(connection, batch);
                    var commit = new BatchCommit(steps, connection, taken, clock);
                    commit.prepare();
                    return commit.run();
                }));
    }

    /** Notes what is wrong with what stays raw. */
    void note(Map<MessageId, String> problems) {
        if (!problems.isEmpty()) {
            onConnection(connection -> {
                FailureTable.note(connection, problems);
                return problems;
            });
        }
    }

    /** Looks at messages again and stores what they say now. */
    <R extends Revising> R revise(List<UUID> ids, R revising) {
        makeReady(List.of());
        return untilRight(() ->
                inTransaction(connection ->
                        revising.run(steps, connection, clock, ids) ? revising : null));
    }

    /** Leaves a long message for later, so that it does not stand in the way of others. */
    void postpone(UUID key) {
        postpone(key, patience.dueAt(clock.instant()));
    }

    /** Leaves a long message for a little later: what keeps it may be over soon. */
    void lookAgain(UUID key) {
        postpone(key, clock.instant().plus(OverdueCommit.LOOK_AGAIN));
    }

    private void postpone(UUID key, Instant until) {
        onConnection(connection -> {
            OverdueTable.postpone(connection, key, until);
            return key;
        });
    }

    /** Forgets parts of what was told and takes none any more; returns how many. */
    int forgetOver(int most) {
        return onConnection(connection -> OverdueTable.forget(connection, clock.instant(), most));
    }

    private interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T onConnection(Work<T> work) {
        try (Connection connection = database.dataSource().getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
    }

    /** Commits unless the work gives null. */
    private <T> @Nullable T inTransaction(Work<@Nullable T> work) {
        try (Transaction transaction = new Transaction(database.dataSource())) {
            transaction.begin();
            T done = work.on(transaction.connection());
            if (done != null) {
                transaction.commit();
            }
            return done;
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        } catch (BrokenSealException e) {
            throw new DataRefusedException("a part that waited does not open any more", e);
        }
    }

    // A message that ends may be sealed under the day of a part of it that waited.
    private void rememberDaysOfKept(List<Submission> batch) {
        Set<UUID> reassemblies = new HashSet<>();
        for (Submission submission : batch) {
            if (submission instanceof Submission.Part part) {
                reassemblies.add(part.reassembly());
            }
        }
        if (!reassemblies.isEmpty()) {
            rememberDays(reassemblies);
        }
    }

    private void rememberDays(Collection<UUID> reassemblies) {
        onConnection(connection -> OverdueTable.days(connection, reassemblies))
                .forEach(keys::ofDay);
    }

    // Before the transaction, since it takes connections and locks of its own where it has to.
    private void makeReady(List<Submission> batch) {
        Set<LocalDate> days = new HashSet<>();
        for (Submission submission : batch) {
            days.add(PgTime.utcDay(submission.arrival().receivedAt()));
        }
        days.forEach(keys::ofDay);
        Instant now = clock.instant();
        days.add(PgTime.utcDay(now));
        days.add(PgTime.utcDay(now.plus(LONGEST))); // the feed's day is told under its lock
        partitions.ensure(days);
    }
}
