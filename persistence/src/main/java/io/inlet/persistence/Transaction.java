package io.inlet.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection and one transaction on it, rolled back unless it was committed. Its failures are
 * JDBC's own, and have to be translated before anybody sees them. One thread.
 */
final class Transaction implements AutoCloseable {
    private final Connection connection;
    private boolean open;

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
        } catch (SQLException e) {
            throw StoreFailures.translateCommit(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (open) {
                connection.rollback();
            }
        }
    }
}
