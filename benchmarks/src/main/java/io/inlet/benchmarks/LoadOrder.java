package io.inlet.benchmarks;

/**
 * What the carrier's process is told to send. Numbers count up from {@link #FIRST_NUMBER}.
 *
 * @param numbers to how many numbers, in turn
 * @param perSecond how many messages a second become due, or 0 for as many as the windows allow
 * @param count how many messages, or 0 for as many as the time allows
 * @param warmUpMillis how long it runs before it is measured
 * @param millis how long it is measured; without meaning if there is a count
 */
record LoadOrder(int numbers, double perSecond, long count, long warmUpMillis, long millis) {
    /** A number that nobody has: no country has the code 999. */
    static final long FIRST_NUMBER = 999_000_000_100L;

    static LoadOrder closedLoop(int numbers, Setting setting) {
        return new LoadOrder(
                numbers, 0, 0, setting.warmUp().toMillis(), setting.length().toMillis());
    }

    static LoadOrder openLoop(int numbers, double perSecond, Setting setting) {
        return new LoadOrder(
                numbers, perSecond, 0, setting.warmUp().toMillis(), setting.length().toMillis());
    }

    static LoadOrder messages(int numbers, long count) {
        return new LoadOrder(numbers, 0, count, 0, 0);
    }
}
