package io.inlet.lease;

/**
 * How many numbers fit, by what they do now.
 *
 * @param free can be leased
 * @param reserved are leased
 * @param cooling rest after a lease
 */
public record Availability(Count free, Count reserved, Count cooling) {
    /**
     * A count that ends somewhere, so that it never takes long.
     *
     * @param count how many were found
     * @param more whether there may be more
     */
    public record Count(int count, boolean more) {}

    /**
     * What would be free if one criterion were dropped.
     *
     * @param without the criterion
     * @param free how many numbers; more than none
     */
    public record Alternative(Criterion without, Count free) {}
}
