package io.inlet.simulator.run;

import java.time.Duration;

/** Told how a run goes, on the run's own thread. */
public interface RunListener {
    /** The carrier listens on this port. */
    default void listening(int port) {}

    /** Once a second while a load runs. */
    default void progress(Progress progress) {}

    /**
     * How far a load is.
     *
     * @param elapsed since its start
     * @param sent segments sent so far, repeated ones included
     * @param acknowledged segments answered with ESME_ROK so far
     * @param refused other answers so far
     * @param unanswered segments that wait to be sent again for want of an answer, now
     * @param p50 half of the last second's acknowledgements took at most this, from the instant at
     *     which a message was to go out
     * @param p99 the same for 99 of 100
     */
    record Progress(
            Duration elapsed,
            long sent,
            long acknowledged,
            long refused,
            long unanswered,
            Duration p50,
            Duration p99) {}
}
