package io.inlet.benchmarks;

import io.inlet.persistence.Database;
import io.inlet.persistence.Partitions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The limit we run against: the rows that messages make, and nothing else, by a program that does
 * nothing else.
 */
final class BareInsert implements Phase {
    static final String BEST = "best bare insert";
    private static final int[] CONNECTIONS = {1, 2};
    private static final int RUNS = 3;
    private static final int ROWS = 1_000;

    @Override
    public PhaseResult run(Setting setting) throws Exception {
        try (Stage stage = setting.stage("bare")) {
            stage.startServer();
            try (Database database =
                            Database.open(
                                    stage.login(),
                                    stage.databaseSettings(),
                                    InstantSource.system());
                    Partitions partitions = new Partitions(database, InstantSource.system())) {
                partitions.start();
                return new PhaseResult(
                        ServerSettings.read(stage.login()), figures(setting, database), List.of());
            }
        }
    }

    private static List<Figure> figures(Setting setting, Database database) throws Exception {
        // All runs together take as long as another phase, and each at least a second.
        Duration length = setting.length().dividedBy((long) CONNECTIONS.length * RUNS);
        length = length.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : length;
        List<Figure> figures = new ArrayList<>();
        double best = 0;
        for (int connections : CONNECTIONS) {
            double bestOfThese = 0;
            for (int run = 0; run < RUNS; run++) {
                double rate = rate(database, connections, length);
                setting.out().say("connections: %d, %,.0f/s".formatted(connections, rate));
                bestOfThese = Math.max(bestOfThese, rate);
            }
            String name = "COPY, connections: " + connections + ", best of " + RUNS;
            figures.add(Figure.of(name, bestOfThese, "/s"));
            best = Math.max(best, bestOfThese);
        }
        figures.add(Figure.of(BEST, best, "/s"));
        return figures;
    }

    private static double rate(Database database, int connections, Duration length)
            throws Exception {
        empty(database);
        long start = System.nanoTime();
        long end = start + length.toNanos();
        List<Callable<Long>> writers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            writers.add(() -> write(database, end));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            long rows = 0;
            for (Future<Long> written : threads.invokeAll(writers)) {
                rows += written.get();
            }
            return rows / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static void empty(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE messages, delivery, feed");
        }
    }

    private static long write(Database database, long end) throws SQLException {
        BareRows rows = new BareRows();
        long written = 0;
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                rows.write(connection, ROWS);
                connection.commit();
                written += ROWS;
            }
        }
        return written;
    }
}
