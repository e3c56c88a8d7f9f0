package io.inlet.simulator.run;

/**
 * The numbers that a load goes to, in turn.
 *
 * @param first the first number, 3 to 15 digits of E.164 without the plus
 * @param count how many numbers, counting up, at least 1; all have as many digits as the first
 */
public record Destinations(String first, int count) {
    public Destinations {
        if (!first.matches("[0-9]{3,15}")) {
            throw new IllegalArgumentException("first: expected 3 to 15 digits without a plus");
        }
        if (count < 1 || String.valueOf(Long.parseLong("1" + first) + count - 1).charAt(0) != '1') {
            throw new IllegalArgumentException(
                    "count: expected at least 1 and no more than the digits allow, found " + count);
        }
    }

    /** The number for a message, as digits with their leading zeros. */
    public String number(long index) {
        String withOne = String.valueOf(Long.parseLong("1" + first) + index % count);
        return withOne.substring(1);
    }
}
