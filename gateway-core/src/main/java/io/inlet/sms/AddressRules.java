package io.inlet.sms;

import io.inlet.settings.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a bind's carrier writes numbers, of senders and of those written to. {@link AddressReader}
 * says in which order the rules hold.
 *
 * @param strip what is taken off the start of a number, as the carrier writes it: each 1 to 15 of
 *     0-9, +, * and #; at most 16; the first that fits counts, once
 * @param add what is put before a number that does not say that it is international: an optional +
 *     and digits, at most 15 characters; null adds nothing
 * @param country two capital letters (ISO 3166-1) of the country whose national numbers the carrier
 *     writes without country code, and whose short codes its senders are; null if there is none
 */
public record AddressRules(
        @Default("[]") List<String> strip, @Nullable String add, @Nullable String country) {
    /** Every number is written internationally. */
    public static final AddressRules DEFAULT = new AddressRules(List.of(), null, null);

    private static final int MOST_PREFIXES = 16;

    public AddressRules {
        strip = List.copyOf(strip);
        if (strip.size() > MOST_PREFIXES) {
            throw refused("strip", "at most 16 prefixes", Integer.toString(strip.size()));
        }
        for (String prefix : strip) {
            if (!prefix.matches("[0-9+*#]{1,15}")) {
                throw refused("strip", "1 to 15 of 0-9, +, * and #", '"' + prefix + '"');
            }
        }
        if (add != null && !add.matches("\\+[0-9]{0,14}|[0-9]{1,15}")) {
            throw refused("add", "an optional + and digits, 15 at most", '"' + add + '"');
        }
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw refused("country", "two capital letters", '"' + country + '"');
        }
    }

    /** What is left of a number when a prefix is taken off; the very same if none fits. */
    String stripped(String number) {
        for (String prefix : strip) {
            if (number.startsWith(prefix)) {
                return number.substring(prefix.length());
            }
        }
        return number;
    }

    private static IllegalArgumentException refused(String name, String expected, String found) {
        return new IllegalArgumentException(name + ": expected " + expected + ", found " + found);
    }
}
