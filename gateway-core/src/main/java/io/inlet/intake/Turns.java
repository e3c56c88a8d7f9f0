package io.inlet.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps lanes that have little at hand from committing at once. Such commits cost as much as larger
 * ones, and wait for each other anyway where they tell the same tenants; a lane that waits for its
 * turn gathers meanwhile, and leaves the processors to those who read. A lane with much at hand
 * needs no turn, and none waits for long. All lanes share it; any thread.
 */
final class Turns {
    /** So many arrivals are worth a transaction of their own, whatever the others do. */
    private static final int MUCH = 100;

    /** Longer than small commits take where the database is well. */
    private static final long PATIENCE_MILLIS = 20;

    private final Semaphore turn = new Semaphore(1, true);

    /**
     * Waits for the turn.
     *
     * @param atHand how many arrivals the lane could commit now
     * @return whether the lane has the turn, and has to give it back
     */
    boolean take(int atHand) throws InterruptedException {
        return atHand < MUCH && turn.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void giveBack() {
        turn.release();
    }
}
