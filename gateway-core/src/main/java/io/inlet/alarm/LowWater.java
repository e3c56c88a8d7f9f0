package io.inlet.alarm;

import io.inlet.number.LineType;

/**
 * How many live numbers of a kind should be free.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param lineType this kind of line
 * @param free how many at least, 1 to 10,000; an alarm stands while there are fewer
 */
public record LowWater(String country, LineType lineType, int free) {
    private static final int MOST = 10_000;

    public LowWater {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "country: expected two capital letters, found " + country);
        }
        if (free < 1 || free > MOST) {
            throw new IllegalArgumentException("free: expected 1 to 10000, found " + free);
        }
    }
}
