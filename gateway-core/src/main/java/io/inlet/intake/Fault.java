package io.inlet.intake;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What of a failure may be logged: its class and where it arose, never its message, which may hold
 * what the code was working on.
 */
final class Fault {
    private static final int FRAMES = 8;

    private Fault() {}

    /** The class and the innermost frames, on one line. */
    static String place(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < ", fault.getClass().getName() + " at ", ""));
    }
}
