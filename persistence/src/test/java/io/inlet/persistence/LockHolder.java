package io.inlet.persistence;

import static org.awaitility.Awaitility.await;

import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A second transaction that stands in a commit's way: it holds locks until it commits, and knows
 * when somebody waits for them.
 */
final class LockHolder implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase db;
    private final Connection connection;

    LockHolder(TestDatabase db) {
        this.db = db;
        try {
            connection = db.database().dataSource().getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void lockFeedOf(TenantId tenant) {
        run("SELECT 1 FROM feed_head WHERE tenant_id = ? FOR UPDATE", tenant.uuid());
    }

    void release(UUID lease, Instant at) {
        run(
                "UPDATE lease SET expires_at = ? WHERE lease_id = ?",
                at.atOffset(ZoneOffset.UTC),
                lease);
    }

    /** Ends a lease, its grace and its cooldown at once. */
    void endForGood(UUID lease, Instant at) {
        OffsetDateTime end = at.atOffset(ZoneOffset.UTC);
        run(
                "UPDATE lease SET expires_at = ?, grace_ends_at = ?, cooldown_ends_at = ?"
                        + " WHERE lease_id = ?",
                end,
                end,
                end,
                lease);
    }

    void moveStart(UUID lease, Instant at) {
        run(
                "UPDATE lease SET starts_at = ? WHERE lease_id = ?",
                at.atOffset(ZoneOffset.UTC),
                lease);
    }

    void suspend(UUID lease) {
        run("UPDATE lease SET holds = '{operator}' WHERE lease_id = ?", lease);
    }

    void run(String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when somebody waits for a lock of this transaction. */
    void awaitWaiter() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> waiter() != 0);
    }

    /** Returns when somebody has waited for a lock of this transaction for so long at one go. */
    void awaitWaiter(Duration patience) {
        String question =
                "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE %d = ANY (pg_blocking_pids(pid)) AND clock_timestamp() - query_start > interval '%d ms')"
                        .formatted(pid(), patience.toMillis());
        await().atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(db.database().dsl().fetchValue(question)));
    }

    /** Ends the session of whoever waits for this transaction. */
    void killWaiter() {
        db.database().dsl().fetchValue("SELECT pg_terminate_backend(" + waiter() + ")");
    }

    private int waiter() {
        Integer pid =
                db.database()
                        .dsl()
                        .resultQuery(
                                "SELECT pid FROM pg_stat_activity WHERE {0} = ANY (pg_blocking_pids(pid))"
                                        .replace("{0}", Integer.toString(pid())))
                        .fetchOne(0, Integer.class);
        return pid == null ? 0 : pid;
    }

    private int pid() {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_backend_pid()");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
