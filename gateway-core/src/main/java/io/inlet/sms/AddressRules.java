package io.inlet.sms;

import org.jspecify.annotations.Nullable;

/**
 * How a bind's carrier writes numbers.
 *
 * @param country two capital letters (ISO 3166-1) of the country whose national numbers the carrier
 *     writes without country code, or null if it never does
 */
public record AddressRules(@Nullable String country) {
    /** Every number is written internationally. */
    public static final AddressRules DEFAULT = new AddressRules(null);

    public AddressRules {
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "country: expected two capital letters, found \"" + country + '"');
        }
    }
}
