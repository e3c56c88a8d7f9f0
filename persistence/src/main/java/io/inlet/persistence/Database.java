package io.inlet.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * A pool of connections to a database that was found fit and brought up to date. Every session
 * commits synchronously and bounds its statements. What goes wrong is thrown as {@link
 * io.inlet.intake.StoreUnavailableException} or {@link io.inlet.intake.DataRefusedException} and
 * never shows a value. Any thread may call it; every call blocks.
 */
public final class Database implements AutoCloseable {
    private static final Settings SETTINGS =
            new Settings()
                    .withRenderSchema(false)
                    .withRenderCatalog(false)
                    // Its DEBUG lines show bind values, which is content.
                    .withExecuteLogging(false)
                    .withFetchWarnings(false);

    /** How SQL is written and failures are told, without connections: it can run nothing. */
    static final Configuration DIALECT =
            new DefaultConfiguration()
                    .set(SQLDialect.POSTGRES)
                    .set(new StoreFailures())
                    .set(SETTINGS);

    /** Group reads may have all connections but this. */
    private static final int NOT_FOR_GROUPS = 1;

    private final HikariDataSource pool;
    private final ThreadGroup poolThreads;
    private final Semaphore groupReads;
    private final Configuration configuration;
    private final InstantSource clock;

    private Database(HikariDataSource pool, ThreadGroup poolThreads, InstantSource clock) {
        this.pool = pool;
        this.poolThreads = poolThreads;
        this.groupReads = new Semaphore(Math.max(1, pool.getMaximumPoolSize() - NOT_FOR_GROUPS));
        this.clock = clock;
        this.configuration = DIALECT.derive(pool);
    }

    /**
     * Connects, checks that the server can keep what it is given, and applies the migrations that
     * are missing.
     *
     * @param clock the gateway's, to be compared with the database's
     * @throws DatabaseUnreachableException if nobody answers
     * @throws DatabaseRefusedException if it must not be used as it is
     */
    public static Database open(
            DatabaseLogin login, DatabaseSettings settings, InstantSource clock) {
        new Migrations(login, settings.embedded())
                .apply(new Connections(login, settings).unbounded());
        return attach(login, settings, "database", clock);
    }

    /** A pool to a database that was opened before; nothing is checked again. */
    static Database attach(
            DatabaseLogin login, DatabaseSettings settings, String poolName, InstantSource clock) {
        DataSource source = new Connections(login, settings).bounded();
        ThreadGroup threads = new ThreadGroup(poolName);
        return new Database(pool(source, settings, threads), threads, clock);
    }

    private static HikariDataSource pool(
            DataSource source, DatabaseSettings settings, ThreadGroup threads) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(threads.getName());
        config.setThreadFactory(
                Thread.ofPlatform()
                        .group(threads)
                        .name(threads.getName() + "-pool-", 0)
                        .daemon()
                        .factory());
        config.setDataSource(source);
        config.setMaximumPoolSize(settings.connections());
        config.setConnectionTimeout(settings.connectTimeout().toMillis());
        config.setValidationTimeout(Math.max(250, settings.connectTimeout().toMillis() / 2));
        config.setKeepaliveTime(Duration.ofMinutes(1).toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Statements that each commit by themselves. */
    public DSLContext dsl() {
        return configuration.dsl();
    }

    /** Reads of one kind that callers share. */
    <Q, A> GroupRead<Q, A> group(GroupRead.Source<Q, A> source) {
        return new GroupRead<>(source, groupReads);
    }

    /** The pool, for JDBC itself: exceptions are not translated, and may show values. */
    public DataSource dataSource() {
        return pool;
    }

    /**
     * Runs statements in one READ COMMITTED transaction, durable when this returns. An exception
     * rolls back.
     *
     * @throws io.inlet.intake.StoreUnavailableException if the database is away; nothing happened
     * @throws io.inlet.intake.OutcomeUnknownException if it went away during the commit
     * @throws io.inlet.intake.DataRefusedException if the data is at fault; nothing happened
     */
    public <T> T transaction(Function<DSLContext, T> work) {
        try (Transaction transaction = new Transaction(pool)) {
            transaction.begin();
            T result = work.apply(DSL.using(configuration.derive(transaction.connection())));
            transaction.commit();
            return result;
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
    }

    /** The same, for work without a result. */
    void run(Consumer<DSLContext> work) {
        var _ =
                transaction(dsl -> {
                    work.accept(dsl);
                    return work;
                });
    }

    /** How far the database's clock is ahead of ours, to half the time that asking took. */
    public Duration clockSkew() {
        Instant before = clock.instant();
        Instant there =
                dsl().select(DSL.field("clock_timestamp()", Instant.class)).fetchSingle().value1();
        Duration took = Duration.between(before, clock.instant());
        return Duration.between(before.plus(took.dividedBy(2)), there);
    }

    /** Closes all connections. */
    @Override
    public void close() {
        // While the database is away, the thread that makes connections sleeps for up to 10 s
        // between its attempts, and the pool would wait for it.
        poolThreads.interrupt();
        pool.close();
    }
}
