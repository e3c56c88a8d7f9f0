package io.inlet.persistence;

import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How the driver connects. The server bounds each statement; the socket's own timeout is a little
 * longer and turns a server that has stopped into an exception.
 */
final class Connections {
    private static final Duration GRACE = Duration.ofSeconds(2);

    /**
     * Every statement here is made for an index. A plan that is made while a day's partition is
     * still empty, as all are at midnight, would read it as a whole, and be kept until the server
     * next gathers statistics: a minute or more in which each look costs all messages of the day.
     */
    private static final String BY_INDEX =
            " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off";

    private final DatabaseLogin login;
    private final DatabaseSettings settings;

    Connections(DatabaseLogin login, DatabaseSettings settings) {
        this.login = login;
        this.settings = settings;
    }

    /** For the path of messages. */
    PGSimpleDataSource bounded() {
        PGSimpleDataSource source = source();
        Duration statement = settings.statementTimeout();
        source.setSocketTimeout(seconds(statement.plus(GRACE)));
        source.setOptions(
                "-c synchronous_commit=on"
                        + BY_INDEX
                        + option("statement_timeout", statement)
                        // Sooner than the statement's end, so that a lock is told from slowness.
                        + option("lock_timeout", statement.multipliedBy(4).dividedBy(5))
                        // A gateway that froze inside a transaction must not hold others up.
                        + option("idle_in_transaction_session_timeout", statement.multipliedBy(6)));
        return source;
    }

    /** For migrations, which may take long. */
    PGSimpleDataSource unbounded() {
        PGSimpleDataSource source = source();
        source.setOptions("-c synchronous_commit=on");
        return source;
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(login.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setApplicationName("inlet");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(seconds(settings.connectTimeout()));
        source.setLoginTimeout(seconds(settings.connectTimeout()) + 1);
        source.setPrepareThreshold(1);
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static String option(String name, Duration value) {
        return " -c " + name + "=" + value.toMillis();
    }

    private static int seconds(Duration duration) {
        return (int) duration.plusMillis(999).toSeconds();
    }
}
