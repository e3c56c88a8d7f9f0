package io.inlet.simulator;

import java.time.Duration;

/** What becomes of a bind. */
sealed interface BindVerdict {
    /** It is answered. */
    record Answer(int status, Duration after) implements BindVerdict {}

    /** It is never answered. */
    record Silence() implements BindVerdict {}
}
