package io.inlet.abuse;

/**
 * How often something may happen.
 *
 * @param perSecond on average, 1 to 1,000,000
 * @param burst at once after a rest, 1 to 10,000,000
 */
public record Rate(int perSecond, int burst) {
    private static final int MOST_PER_SECOND = 1_000_000;
    private static final int MOST_AT_ONCE = 10_000_000;

    public Rate {
        if (perSecond < 1 || perSecond > MOST_PER_SECOND || burst < 1 || burst > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "a rate is 1 to %,d a second and 1 to %,d at once, found %d and %d"
                            .formatted(MOST_PER_SECOND, MOST_AT_ONCE, perSecond, burst));
        }
    }

    /**
     * Five times as many at once as in a second: whoever waits on all of its leases arms them all
     * at one time.
     */
    public static Rate of(int perSecond) {
        return new Rate(perSecond, 5 * perSecond);
    }
}
