package io.inlet.sms;

import org.jspecify.annotations.Nullable;

/**
 * Normalises addresses by the rules of a bind. The SMPP adapter calls it on its event loops: what
 * is written internationally costs some nanoseconds, and only a national number with a country asks
 * libphonenumber, for some microseconds. Stateless; never throws.
 *
 * <p>In this order, and whatever the NPI says, which is often wrong:
 *
 * <ol>
 *   <li>A sender of TON 5, or with a letter, is a name and stays one.
 *   <li>{@code strip}: a prefix that fits is taken off, and TON counts as unknown from here on.
 *   <li>TON 1, a plus or a double zero: the number is international. It is not checked further,
 *       since the pool decides.
 *   <li>{@code add}: what has more than 6 digits and TON 0 or 2 gets the prefix, and is
 *       international if that begins with a plus or a double zero.
 *   <li>{@code country}: digits of TON 0 or 2, or of TON 1 with the trunk's zero, that are a number
 *       of the country become international.
 *   <li>All else stays as it is, short codes among it.
 * </ol>
 */
public final class AddressReader {
    private static final int TON_UNKNOWN = 0;
    private static final int TON_NATIONAL = 2;
    private static final int NPI_E164 = 1;

    /** What is shorter is a short code in every country. */
    private static final int SHORTEST_NATIONAL = 5;

    /** A short code has so many digits at most, as far as adding a prefix goes. */
    private static final int LONGEST_SHORT_CODE = 6;

    /** SMPP bounds addresses at 20 octets. */
    private static final int LONGEST = 32;

    private AddressReader() {}

    /**
     * The number that a message was sent to: plain E.164 digits with TON 1 and NPI 1, if it can be
     * read so, whatever its TON, else the raw address without the prefix that was taken off.
     *
     * @param raw as received
     * @param rules how the carrier writes numbers
     */
    public static Address destination(Address raw, AddressRules rules) {
        return number(raw, rules);
    }

    /**
     * Who a message comes from: a name with TON 5 and its octets read as text, or a number as
     * {@link #destination} gives it.
     *
     * @param raw as received
     * @param rules how the carrier writes numbers
     * @param names how it writes names
     */
    public static Address source(Address raw, AddressRules rules, NameAlphabet names) {
        if (raw.ton() == Address.TON_ALPHANUMERIC) {
            return name(Names.read(raw.value(), names));
        }
        String text = Names.read(raw.value(), NameAlphabet.AUTO);
        if (Names.hasLetter(text)) {
            return name(text);
        }
        return number(new Address(raw.ton(), raw.npi(), text), rules);
    }

    private static Address name(String name) {
        return new Address(Address.TON_ALPHANUMERIC, 0, name);
    }

    private static Address number(Address raw, AddressRules rules) {
        if (raw.value().length() > LONGEST) {
            return raw;
        }
        String value = rules.stripped(raw.value());
        boolean whole = value.length() == raw.value().length();
        Address bare = whole ? raw : new Address(TON_UNKNOWN, 0, value);
        String digits = digits(bare, rules);
        return digits == null ? bare : new Address(Address.TON_INTERNATIONAL, NPI_E164, digits);
    }

    private static @Nullable String digits(Address bare, AddressRules rules) {
        String value = bare.value();
        boolean international = bare.ton() == Address.TON_INTERNATIONAL;
        if (Digits.hasInternationalPrefix(value) || (international && !value.startsWith("0"))) {
            return plausible(value);
        }
        if (!international && bare.ton() != TON_UNKNOWN && bare.ton() != TON_NATIONAL) {
            return null;
        }
        String digits = Digits.plain(value);
        String added = added(digits, international ? null : rules.add());
        return Digits.hasInternationalPrefix(added)
                ? plausible(added)
                : national(added, rules.country());
    }

    private static @Nullable String plausible(String value) {
        String digits = Digits.international(value);
        return E164.isPlausible(digits) ? digits : null;
    }

    private static String added(String digits, @Nullable String prefix) {
        return prefix == null || digits.length() <= LONGEST_SHORT_CODE ? digits : prefix + digits;
    }

    // Digits that start with the country's own code and fit it are international more often than
    // not, whatever the TON; libphonenumber would find a German area code in the 49 of 4915...
    private static @Nullable String national(String digits, @Nullable String country) {
        if (country == null || digits.length() < SHORTEST_NATIONAL) {
            return null;
        }
        return E164.isOf(country, digits) ? digits : E164.fromNational(digits, country);
    }
}
