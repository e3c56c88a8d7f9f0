package io.inlet.simulator.script;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a script expects of the gateway, and for how long it waits or watches. */
sealed interface Expectation {
    /** All PDUs of the message sent last are answered with this status. */
    record Answered(int status, Duration within) implements Expectation {}

    /** So many PDUs of a kind came since the last deed, of any status or of one. */
    record Came(int commandId, @Nullable Integer status, int times, Duration within)
            implements Expectation {}

    /** No PDU of a kind comes since the last deed. */
    record Absent(int commandId, Duration watch) implements Expectation {}

    /** No response comes since the last deed that answers no message. */
    record Unanswered(Duration watch) implements Expectation {}

    /** So many sessions are bound. */
    record SessionCount(int count, Duration within) implements Expectation {}

    /** There are never more sessions. */
    record SessionsAtMost(int count, Duration watch) implements Expectation {}

    /** The sessions that the last deed found have ended. */
    record Closed(Duration within) implements Expectation {}
}
