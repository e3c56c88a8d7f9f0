package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.BIND;
import static io.inlet.persistence.jooq.Tables.NODE;

import io.inlet.sms.BindId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The advisory locks of one session of its own: they end with it, and it ends with the process,
 * also by kill -9. Rows beside them say to others who holds what. One thread at a time.
 */
final class SlotLocks implements AutoCloseable {
    // A machine that lost its power says no goodbye: its session ends after about 11 s.
    private static final String KEEPALIVE =
            " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    private final Connection connection;
    private final DSLContext dsl;

    private SlotLocks(Connection connection) {
        this.connection = connection;
        this.dsl =
                DSL.using(
                        new DefaultConfiguration()
                                .set(connection)
                                .set(SQLDialect.POSTGRES)
                                .set(new StoreFailures())
                                .set(new Settings().withRenderSchema(false)));
    }

    /**
     * @throws io.inlet.intake.StoreUnavailableException if the database is away
     */
    static SlotLocks connect(DatabaseLogin login, DatabaseSettings settings) {
        PGSimpleDataSource source = new Connections(login, settings).bounded();
        source.setOptions(source.getOptions() + KEEPALIVE);
        try {
            return new SlotLocks(source.getConnection());
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
    }

    /** Throws if the session has ended, and the locks with it. */
    void check() {
        dsl.selectOne().execute();
    }

    /** Takes the name of a node, and writes down who has it; false if another has. */
    boolean take(String node) {
        if (!lock("node " + node)) {
            return false;
        }
        Field<Instant> now = DSL.field("clock_timestamp()", Instant.class);
        dsl.insertInto(NODE, NODE.NODE_, NODE.HOST, NODE.PROCESS, NODE.STARTED_AT)
                .values(DSL.val(node), DSL.val(host()), DSL.val(process()), now)
                .onConflict(NODE.NODE_)
                .doUpdate()
                .set(NODE.HOST, host())
                .set(NODE.PROCESS, process())
                .set(NODE.STARTED_AT, now)
                .execute();
        return true;
    }

    /** Takes a bind for a node, and writes that down; false if another has it. */
    boolean take(BindId bind, String node) {
        if (!lock("bind " + bind.uuid())) {
            return false;
        }
        int changed =
                dsl.update(BIND)
                        .set(BIND.HELD_BY, node)
                        .set(BIND.HELD_SINCE, DSL.field("clock_timestamp()", Instant.class))
                        .where(BIND.BIND_ID.eq(bind.uuid()))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("bind " + bind.uuid() + " was never registered");
        }
        return true;
    }

    private boolean lock(String what) {
        return dsl.select(
                        DSL.field(
                                "pg_try_advisory_lock(hashtextextended({0}, 0))",
                                Boolean.class, DSL.val("inlet " + what)))
                .fetchSingle()
                .value1();
    }

    /** Where a node runs and since when, for people. */
    String describe(String node) {
        return dsl.select(NODE.HOST, NODE.PROCESS, NODE.STARTED_AT)
                .from(NODE)
                .where(NODE.NODE_.eq(node))
                .fetchOptional(row ->
                        "process %d on %s, since %s"
                                .formatted(row.value2(), row.value1(), second(row.value3())))
                .orElse("only just started");
    }

    /** Who holds a bind and since when, for people. */
    String describe(BindId bind) {
        return dsl.select(BIND.HELD_BY, BIND.HELD_SINCE, NODE.HOST, NODE.PROCESS)
                .from(BIND.join(NODE).on(NODE.NODE_.eq(BIND.HELD_BY)))
                .where(BIND.BIND_ID.eq(bind.uuid()))
                .fetchOptional(row ->
                        "node %s (process %d on %s) since %s"
                                .formatted(
                                        row.value1(),
                                        row.value4(),
                                        row.value3(),
                                        second(row.value2())))
                .orElse("a node that has only just started");
    }

    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String host() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "a host without a name";
        }
    }

    private static long process() {
        return ProcessHandle.current().pid();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It was broken, and is gone all the more.
        }
    }
}
