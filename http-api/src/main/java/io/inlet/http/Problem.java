package io.inlet.http;

import io.inlet.id.EnumName;
import io.inlet.lease.Availability;
import io.inlet.lease.LeaseState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not done.
 *
 * @param type the kind
 * @param detail what to do, without content, keys or numbers
 * @param more what the kind says besides, or null
 */
record Problem(ProblemType type, String detail, @Nullable More more) {
    /** What some kinds say besides. */
    sealed interface More {}

    /** The state that does not allow it. */
    record InState(LeaseState state) implements More {}

    /** What would be allowed. */
    record Allowed(Duration shortest, Duration longest) implements More {}

    /** What would be free without one of the criteria. */
    record Alternatives(List<Availability.Alternative> alternatives) implements More {}

    /** What is wrong with the lines of an import, the first of it. */
    record Lines(List<WrongLine> lines) implements More {}

    /**
     * Something wrong with a line; it may have more.
     *
     * @param line its number, from 1
     * @param problem what is wrong with it, beginning with the column if it is one field
     */
    record WrongLine(int line, String problem) {}

    /** All that is wrong, where it has no lines. */
    record Faults(List<String> problems) implements More {}

    static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, null);
    }

    static Problem badRequest(String detail) {
        return of(ProblemType.BAD_REQUEST, detail);
    }

    static Problem inState(LeaseState state) {
        return new Problem(
                ProblemType.WRONG_STATE,
                "the lease is " + EnumName.of(state) + ", which does not allow this",
                new InState(state));
    }

    static Problem notFound(String what) {
        return of(ProblemType.NOT_FOUND, "there is no such " + what + " of this tenant");
    }
}
