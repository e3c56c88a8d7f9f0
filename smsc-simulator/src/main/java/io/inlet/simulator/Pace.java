package io.inlet.simulator;

/** How fast a load goes. */
public sealed interface Pace {
    /**
     * Open loop: evenly spaced, whatever the gateway does. A message that finds no room in a window
     * goes out late, and counts from the instant at which it was due.
     *
     * @param perSecond messages a second, over 0, at most a million
     */
    record Steady(double perSecond) implements Pace {
        public Steady {
            if (!(perSecond > 0 && perSecond <= 1_000_000)) {
                throw new IllegalArgumentException(
                        "perSecond: expected more than 0, at most 1000000, found " + perSecond);
            }
        }
    }

    /** Closed loop: the next as soon as a window has room. */
    record AsWindowsAllow() implements Pace {}
}
