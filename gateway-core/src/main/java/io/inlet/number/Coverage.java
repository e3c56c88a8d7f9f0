package io.inlet.number;

import io.inlet.tenant.Environment;

/**
 * How many numbers of one kind the pool has, by what they do at a moment.
 *
 * @param environment live or sandbox
 * @param country ISO 3166-1 alpha-2
 * @param lineType what kind of line
 * @param carrier who gave them to us
 * @param counts how many
 */
public record Coverage(
        Environment environment, String country, LineType lineType, String carrier, Counts counts) {
    /**
     * Each number counts once.
     *
     * @param available can be leased
     * @param leased are leased, whether or not they leave the pool then
     * @param cooldown rest after a lease
     * @param outOfService are quarantined, suspended or retired, and not leased any more
     */
    public record Counts(int available, int leased, int cooldown, int outOfService) {}
}
