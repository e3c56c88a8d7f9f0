package io.inlet.persistence;

import java.time.InstantSource;

/**
 * One database over two pools that take nothing from each other: however many consumers read, what
 * arrives finds a connection at once. Any thread.
 *
 * @param intake for the path of a message: lanes, partitions, keys of days, sessions
 * @param readers for everything else
 */
public record DatabasePools(Database intake, Database readers) implements AutoCloseable {
    /** How many connections there must be beside one for each lane. */
    public static final int LEAST_BESIDE_LANES = 4;

    /** For what sessions note, and for partitions ahead. */
    private static final int INTAKE_BESIDE_LANES = 2;

    /**
     * Connects and brings the database up to date, like {@link Database#open}.
     *
     * @param settings have {@link #LEAST_BESIDE_LANES} connections more than lanes, or more
     * @param lanes how many threads commit messages
     * @throws DatabaseUnreachableException if nobody answers
     * @throws DatabaseRefusedException if it must not be used as it is
     */
    public static DatabasePools open(
            DatabaseLogin login, DatabaseSettings settings, int lanes, InstantSource clock) {
        int ofIntake = lanes + INTAKE_BESIDE_LANES;
        DatabaseSettings ofReaders = settings.withConnections(settings.connections() - ofIntake);
        Database readers = Database.open(login, ofReaders, clock);
        try {
            DatabaseSettings ofIntakeAlone = settings.withConnections(ofIntake);
            Database intake = Database.attach(login, ofIntakeAlone, "intake", clock);
            return new DatabasePools(intake, readers);
        } catch (RuntimeException e) {
            readers.close();
            throw e;
        }
    }

    /** Closes all connections. */
    @Override
    public void close() {
        try (readers) {
            intake.close();
        }
    }
}
