package io.inlet.intake;

import java.time.Duration;

/**
 * Counts what the intake does. Lanes and event loops call it: it must be fast and must not block.
 */
public interface IntakeObserver {
    /** Counts nothing. */
    IntakeObserver NONE = new IntakeObserver() {};

    /**
     * A batch was committed.
     *
     * @param size how many arrivals it held
     * @param took from the draining of the queue to the end of the commit
     */
    default void committed(int size, Duration took) {}

    /** What became of one arrival. */
    default void disposed(Disposition disposition) {}
}
