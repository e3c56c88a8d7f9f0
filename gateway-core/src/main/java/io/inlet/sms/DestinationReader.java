package io.inlet.sms;

import org.jspecify.annotations.Nullable;

/**
 * Normalises the address that a message was sent to. The SMPP adapter calls it on its event loops:
 * what is written internationally costs some nanoseconds, and only a national number with a country
 * asks libphonenumber, for some microseconds. Stateless.
 */
public final class DestinationReader {
    private static final int TON_UNKNOWN = 0;
    private static final int TON_NATIONAL = 2;
    private static final int NPI_E164 = 1;

    /** What is shorter is a short code in every country. */
    private static final int SHORTEST_NATIONAL = 5;

    /** SMPP bounds addresses at 20 octets. */
    private static final int LONGEST = 32;

    private DestinationReader() {}

    /**
     * The address with plain E.164 digits as its value and TON 1, NPI 1, if it can be read so, else
     * the raw address unchanged. International is what says so by TON 1, a plus or a double zero:
     * such a number is not checked further, since the pool decides. Never throws.
     *
     * @param raw as received
     * @param rules how the carrier writes numbers
     */
    public static Address read(Address raw, AddressRules rules) {
        String country = rules.country();
        String value = raw.value();
        if (value.length() > LONGEST) {
            return raw;
        }
        boolean international = raw.ton() == Address.TON_INTERNATIONAL;
        if (international || Digits.hasInternationalPrefix(value)) {
            String digits = Digits.international(value);
            return E164.isPlausible(digits) ? e164(digits) : raw;
        }
        if (country == null || (raw.ton() != TON_UNKNOWN && raw.ton() != TON_NATIONAL)) {
            return raw;
        }
        String digits = national(Digits.plain(value), country);
        return digits == null ? raw : e164(digits);
    }

    // Digits that start with the country's own code and fit it are international more often than
    // not, whatever the TON; libphonenumber would find a German area code in the 49 of 4915...
    private static @Nullable String national(String digits, String country) {
        if (digits.length() < SHORTEST_NATIONAL) {
            return null;
        }
        return E164.isOf(country, digits) ? digits : E164.fromNational(digits, country);
    }

    private static Address e164(String digits) {
        return new Address(Address.TON_INTERNATIONAL, NPI_E164, digits);
    }
}
