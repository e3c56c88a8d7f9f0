package io.inlet.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection and one transaction on it, rolled back unless it was committed. Its failures are
 * JDBC's own, and have to be translated before anybody sees them. One thread.
 */
final class Transaction implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Transaction.class);

    private final Connection connection;
    private boolean open;
    private boolean committed;

    Transaction(DataSource source) throws SQLException {
        this.connection = source.getConnection();
    }

    Connection connection() {
        return connection;
    }

    /** Ends the time in which each statement commits by itself. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
        open = true;
    }

    /**
     * Makes it durable.
     *
     * @throws io.inlet.intake.OutcomeUnknownException if the connection breaks meanwhile
     */
    void commit() {
        open = false;
        try {
            connection.commit();
            committed = true;
        } catch (SQLException e) {
            throw StoreFailures.translateCommit(e);
        }
    }

    /** Gives the connection back. What was committed stays so, and whoever waits is told so. */
    @Override
    public void close() {
        try (connection) {
            if (open) {
                connection.rollback();
            }
        } catch (SQLException e) {
            if (committed) {
                log.warn("a connection broke after its commit", StoreFailures.translate(e));
            }
            // Else the first failure is the one to tell: a connection that cannot roll back is
            // dead.
        }
    }
}
