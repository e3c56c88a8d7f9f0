package io.inlet.persistence;

import io.inlet.sms.BindId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The advisory locks of one session of its own: they end with it, and it ends with the process,
 * also by kill -9. One thread at a time.
 */
final class SlotLocks implements AutoCloseable {
    /** A machine that lost its power says no goodbye: its session ends after this. */
    static final Duration KEEPALIVE = Duration.ofSeconds(5 + 3 * 2);

    private static final String KEEPALIVE_OPTIONS =
            " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    private static final int PATIENCE_SECONDS = 1;

    private final Connection connection;
    private final int backend;
    private final DSLContext dsl;

    private SlotLocks(Connection connection) throws SQLException {
        this.connection = connection;
        this.backend = connection.unwrap(PGConnection.class).getBackendPID();
        this.dsl = Database.DIALECT.derive(connection).dsl();
    }

    /**
     * @throws io.inlet.intake.StoreUnavailableException if the database is away
     */
    static SlotLocks connect(DatabaseLogin login, DatabaseSettings settings) {
        PGSimpleDataSource source = new Connections(login, settings).bounded();
        source.setOptions(source.getOptions() + KEEPALIVE_OPTIONS);
        try {
            return new SlotLocks(source.getConnection());
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
    }

    /** Whether the session lives, and the locks with it. */
    boolean isAlive() {
        try {
            dsl.selectOne().execute();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The server's process that serves this session. */
    int backend() {
        return backend;
    }

    /** The rows beside the locks. */
    SlotRows rows() {
        return new SlotRows(dsl);
    }

    /** Takes the name of a node; false if another session has it. */
    boolean take(String node) {
        return lock(key(node));
    }

    /** Takes a bind; false if another session has it. */
    boolean take(BindId bind) {
        return lock(key(bind));
    }

    /** Gives a bind free. */
    void free(BindId bind) {
        dsl.select(DSL.field("pg_advisory_unlock({0})", key(bind))).execute();
    }

    /** Whether the name of a node is with one of these sessions, or was freed just now. */
    boolean isWith(List<Integer> backends, String node) {
        return !isWithOthers(backends, key(node));
    }

    /** Whether a bind is with one of these sessions, or was freed just now. */
    boolean isWith(List<Integer> backends, BindId bind) {
        return !isWithOthers(backends, key(bind));
    }

    /** Gives everything free. */
    void release() {
        dsl.select(DSL.field("pg_advisory_unlock_all()")).execute();
    }

    private boolean lock(Field<Long> key) {
        return dsl.select(DSL.field("pg_try_advisory_lock({0})", Boolean.class, key))
                .fetchSingle()
                .value1();
    }

    // pg_locks shows the two halves of a key.
    private boolean isWithOthers(List<Integer> backends, Field<Long> key) {
        return dsl.fetchExists(
                DSL.selectOne()
                        .from("pg_locks")
                        .where(
                                """
                                locktype = 'advisory' AND granted AND objsubid = 1
                                AND database =
                                    (SELECT oid FROM pg_database WHERE datname = current_database())
                                AND ((classid::bigint << 32) | objid::bigint) = {0}
                                """,
                                key)
                        .and(DSL.field("pid", Integer.class).notIn(backends)));
    }

    private static Field<Long> key(String node) {
        return hash("node " + node);
    }

    private static Field<Long> key(BindId bind) {
        return hash("bind " + bind.uuid());
    }

    private static Field<Long> hash(String what) {
        return DSL.field("hashtextextended({0}, 0)", Long.class, DSL.val("inlet " + what));
    }

    @Override
    public void close() {
        // The server learns of a closed connection only a moment later: who follows must not wait.
        try (connection) {
            if (connection.isValid(PATIENCE_SECONDS)) {
                release();
            }
        } catch (SQLException | RuntimeException e) {
            // It was broken, and is gone all the more.
        }
    }
}
