package io.inlet.benchmarks;

import java.time.Duration;

/**
 * What the carrier's process is told to send, one after the other. Numbers count up from {@link
 * #FIRST_NUMBER}.
 *
 * @param numbers to how many numbers, in turn
 * @param perSecond how many messages a second become due, or 0 for as many as the windows allow
 * @param count how many messages, or 0 for as many as the time allows
 * @param millis for how long messages are made; without meaning if there is a count
 * @param script what harm the carrier does meanwhile, over and over; empty for none
 */
record LoadOrder(int numbers, double perSecond, long count, long millis, String script) {
    /** A number that nobody has: no country has the code 999. */
    static final long FIRST_NUMBER = 999_000_000_100L;

    static LoadOrder closedLoop(int numbers, Duration time) {
        return new LoadOrder(numbers, 0, 0, time.toMillis(), "");
    }

    static LoadOrder openLoop(int numbers, double perSecond, Duration time) {
        return new LoadOrder(numbers, perSecond, 0, time.toMillis(), "");
    }

    /** The same, while the carrier does what a script says. */
    LoadOrder withHarm(String steps) {
        return new LoadOrder(numbers, perSecond, count, millis, steps);
    }

    static LoadOrder messages(int numbers, long count) {
        return new LoadOrder(numbers, 0, count, 0, "");
    }
}
