package io.inlet.persistence;

import io.inlet.intake.Composer;
import io.inlet.intake.DataRefusedException;
import io.inlet.intake.MessageStore;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.intake.Submission;
import io.inlet.seal.BrokenSealException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        Deliveries deliveries = new Deliveries(settings.redeliveryHorizon());
        this.steps =
                new CommitSteps(
                        deliveries,
                        new LongMessages(
                                new ReassemblyTable(keys, settings.reassemblyTimeout()),
                                deliveries,
                                composer),
                        new Owners(new Holdings(keys, settings.rememberedNumbers()), keys),
                        keys);
    }

    @Override
    public Committed commit(List<Submission> batch) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Committed committed = tryToCommit(batch);
            if (committed != null) {
                return committed;
            }
        }
        throw new StoreUnavailableException(
                "leases changed under a batch " + MOST_TRIES + " times in a row",
                new IllegalStateException("gave up"));
    }

    /** Commits, or null if a lease came to a tenant whose feed was not locked for it. */
    private @Nullable Committed tryToCommit(List<Submission> batch) {
        makeReady(batch);
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
