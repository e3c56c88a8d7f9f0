package io.inlet.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the embedded server that outlived its gateway. One thread. */
final class Takeover {
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final EmbeddedHome home;
    private final Consumer<String> progress;

    Takeover(EmbeddedHome home, Consumer<String> progress) {
        this.home = home;
        this.progress = progress;
    }

    /**
     * The server that still runs on the data directory and lets us in, or null if none does.
     *
     * @throws DatabaseRefusedException if one runs that does not let us in
     */
    @Nullable Postmaster of(String password) throws IOException {
        long deadline = System.nanoTime() + ANSWER.toNanos();
        Postmaster running = Postmaster.of(home.data());
        if (running != null) {
            progress.accept("taking over the database that still runs");
        }
        while (running != null) {
            try (Connection connection = ServerRoles.connect(running.port(), password);
                    Statement statement = connection.createStatement()) {
                mustBeOurs(statement);
                return running;
            } catch (SQLException e) {
                refuseIfHopeless(running, e, deadline);
            }
            Pause.brief();
            running = Postmaster.of(home.data());
        }
        return null;
    }

    private void mustBeOurs(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            if (!Path.of(row.getString(1)).equals(home.data())) {
                throw new SQLException("another server listens there", "08001");
            }
        }
    }

    private void refuseIfHopeless(Postmaster running, SQLException e, long deadline) {
        if ("28P01".equals(e.getSQLState())) {
            throw new DatabaseRefusedException(
                    "the embedded database that still runs (process %d) does not take the password in %s: put back the right file"
                            .formatted(running.pid(), home.superuserPassword()));
        }
        if (System.nanoTime() > deadline) {
            throw new DatabaseRefusedException(
                    "the embedded database that still runs (process %d) does not answer: end that process and start again"
                            .formatted(running.pid()));
        }
    }
}
