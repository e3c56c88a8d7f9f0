package io.inlet.simulator.message;

import io.inlet.sms.Address;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as people write them. */
public final class AddressText {
    private static final Pattern EXPLICIT =
            Pattern.compile("(\\d{1,3})/(\\d{1,3}):(.*)", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("\\d*");
    private static final int TON_UNKNOWN = 0;
    private static final int NPI_UNKNOWN = 0;
    private static final int NPI_ISDN = 1;

    private AddressText() {}

    /**
     * Reads an address: {@code +999123} is international (TON 1, NPI 1, without the plus), bare
     * digits are of unknown type (TON 0, NPI 1), nothing at all is TON 0 and NPI 0, any other text
     * is alphanumeric (TON 5, NPI 0). {@code 3/0:12345} says TON and NPI itself.
     *
     * @throws IllegalArgumentException if TON or NPI is over 255, or a character is over U+00FF or
     *     U+0000
     */
    public static Address parse(String text) {
        Matcher explicit = EXPLICIT.matcher(text);
        Address address = explicit.matches() ? explicit(explicit) : guessed(text);
        if (!address.value().chars().allMatch(c -> c > 0 && c <= 0xff)) {
            throw new IllegalArgumentException("address: expected Latin-1 characters");
        }
        return address;
    }

    private static Address explicit(Matcher parts) {
        int ton = Integer.parseInt(parts.group(1));
        int npi = Integer.parseInt(parts.group(2));
        if (ton > 255 || npi > 255) {
            throw new IllegalArgumentException(
                    "address: expected TON and NPI of 0 to 255, found " + ton + "/" + npi);
        }
        return new Address(ton, npi, parts.group(3));
    }

    private static Address guessed(String text) {
        if (text.isEmpty()) {
            return new Address(TON_UNKNOWN, NPI_UNKNOWN, "");
        }
        if (text.startsWith("+") && DIGITS.matcher(text.substring(1)).matches()) {
            return new Address(Address.TON_INTERNATIONAL, NPI_ISDN, text.substring(1));
        }
        if (DIGITS.matcher(text).matches()) {
            return new Address(TON_UNKNOWN, NPI_ISDN, text);
        }
        return new Address(Address.TON_ALPHANUMERIC, NPI_UNKNOWN, text);
    }
}
