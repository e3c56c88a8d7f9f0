package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CARRIER;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

class TransactionTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    @Test
    void a_connection_that_breaks_after_its_commit_does_not_unsay_it() throws SQLException {
        try (Transaction transaction = new Transaction(new BreaksAtClose(db.login()))) {
            transaction.begin();
            insert(transaction, "kept");
            transaction.commit();
        }
        assertThat(db.database().dsl().fetchExists(CARRIER, CARRIER.CARRIER_.eq("kept"))).isTrue();
    }

    @Test
    void what_was_not_committed_is_rolled_back() throws SQLException {
        try (Transaction transaction = new Transaction(db.database().dataSource())) {
            transaction.begin();
            insert(transaction, "gone");
        }
        assertThat(db.database().dsl().fetchExists(CARRIER, CARRIER.CARRIER_.eq("gone"))).isFalse();
    }

    private static void insert(Transaction transaction, String carrier) throws SQLException {
        try (Statement statement = transaction.connection().createStatement()) {
            statement.execute("INSERT INTO carrier (carrier) VALUES ('" + carrier + "')");
        }
    }

    /** Gives out connections whose end fails, as a pool's does on a socket that has died. */
    private static final class BreaksAtClose extends PGSimpleDataSource {
        private static final long serialVersionUID = 1;

        BreaksAtClose(DatabaseLogin login) {
            setUrl(login.url());
            setUser(login.user());
            setPassword(login.password());
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection)
                    java.lang.reflect.Proxy.newProxyInstance(
                            Connection.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> {
                                Object result = method.invoke(real, arguments);
                                if (method.getName().equals("close")) {
                                    throw new SQLException("the socket has died", "08006");
                                }
                                return result;
                            });
        }
    }
}
