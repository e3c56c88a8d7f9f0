package io.inlet.simulator.script;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a script leaves open: {@code $number}, {@code $number2} and so on stand for the numbers that
 * it is run against, with a plus; {@code $code}, {@code $code2} and so on for six digits that are
 * others in each run, so that a gateway cannot take the second run for a redelivery of the first.
 *
 * @param numbers digits, without a plus
 * @param run any number that tells runs apart
 */
public record Variables(List<String> numbers, long run) {
    /** No numbers. */
    public static final Variables NONE = new Variables(List.of(), 0);

    private static final Pattern VARIABLE = Pattern.compile("\\$(number|code)([1-9]?)\\b");

    public Variables {
        numbers = List.copyOf(numbers);
        for (String number : numbers) {
            if (!number.matches("\\d{3,15}")) {
                throw new IllegalArgumentException(
                        "number: expected 3 to 15 digits without a plus, found another");
            }
        }
    }

    /** The line with its variables filled in. Fails with an IllegalArgumentException. */
    String fill(String line) {
        return VARIABLE.matcher(line).replaceAll(this::value);
    }

    /** Moves references of long messages from run to run. */
    int shift() {
        return (int) (run & 0xff);
    }

    private String value(MatchResult variable) {
        int place = variable.group(2).isEmpty() ? 1 : Integer.parseInt(variable.group(2));
        return variable.group(1).equals("code") ? code(place) : number(place);
    }

    private String code(int place) {
        int digits = new Random(run * 31 + place).nextInt(1_000_000);
        return String.format(Locale.ROOT, "%06d", digits);
    }

    private String number(int place) {
        if (place > numbers.size()) {
            throw new IllegalArgumentException(
                    "expected %d numbers for it, found %d: give a number that is leased with --number"
                            .formatted(place, numbers.size()));
        }
        return "+" + numbers.get(place - 1);
    }
}
