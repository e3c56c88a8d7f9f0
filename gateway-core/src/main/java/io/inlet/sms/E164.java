package io.inlet.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * What libphonenumber knows of international numbers. Its inputs are bounded before it is asked,
 * since it matches them by regular expressions. Stateless; any thread may call it.
 */
final class E164 {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 15;
    private static final int SHORTEST = 7;
    private static final int NOT_FOUND = 0;
    private static final boolean[] CALLING_CODES = callingCodes();

    /**
     * Senders repeat. A check takes 1.4 microseconds, and 8 where more than a dozen countries take
     * turns, since libphonenumber keeps 100 compiled patterns only; one found here takes 20 ns.
     * Threads may overwrite each other's entries, which costs a check and no more.
     */
    private static final @Nullable Verdict[] RECENT = new Verdict[4096];

    private E164() {}

    /** Whether digits without a plus have the length and start of an international number. */
    static boolean isPlausible(String digits) {
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && digits.charAt(0) != '0'
                && Digits.areAll(digits);
    }

    /** Whether digits without a plus are a number that can have been assigned. */
    static boolean isValid(String digits) {
        if (!isPlausible(digits)) {
            return false;
        }
        int slot = (digits.hashCode() * 0x9E3779B9) >>> 20;
        Verdict recent = RECENT[slot];
        if (recent == null || !recent.digits.equals(digits)) {
            recent = new Verdict(digits, check(digits));
            RECENT[slot] = recent;
        }
        return recent.valid;
    }

    private static boolean check(String digits) {
        int callingCode = callingCode(digits);
        return callingCode != NOT_FOUND
                && isValid(callingCode, digits.substring(length(callingCode)));
    }

    /**
     * The international form of a number written within a country, with or without its trunk
     * prefix, or null if it has none.
     *
     * @param digits digits alone
     * @param country ISO 3166-1 alpha-2
     */
    static @Nullable String fromNational(String digits, String country) {
        if (digits.length() > LONGEST + 2 || !NUMBERS.getSupportedRegions().contains(country)) {
            return null;
        }
        try {
            PhoneNumber number = NUMBERS.parse(digits, country);
            return NUMBERS.isValidNumber(number)
                    ? number.getCountryCode() + NUMBERS.getNationalSignificantNumber(number)
                    : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** Whether the digits are a valid number of that country, calling code included. */
    static boolean isOf(String country, String digits) {
        int callingCode = NUMBERS.getCountryCodeForRegion(country);
        return callingCode != NOT_FOUND
                && digits.startsWith(Integer.toString(callingCode))
                && isValid(digits);
    }

    /**
     * The country of an international number without its plus, or null if it is of none, or too
     * short. Of a number that nobody has been assigned it is the largest with its calling code.
     *
     * @return ISO 3166-1 alpha-2
     */
    static @Nullable String country(String digits) {
        int callingCode = isPlausible(digits) ? callingCode(digits) : NOT_FOUND;
        if (callingCode == NOT_FOUND) {
            return null;
        }
        String region =
                NUMBERS.getRegionCodeForNumber(
                        number(callingCode, digits.substring(length(callingCode))));
        String country = region == null ? NUMBERS.getRegionCodeForCountryCode(callingCode) : region;
        return PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY.equals(country) ? null : country;
    }

    // Without PhoneNumberUtil.parse, which takes several times as long as the check itself.
    private static boolean isValid(int callingCode, String national) {
        return NUMBERS.isValidNumber(number(callingCode, national));
    }

    private static PhoneNumber number(int callingCode, String national) {
        int zeros = 0;
        while (zeros < national.length() - 1 && national.charAt(zeros) == '0') {
            zeros++;
        }
        PhoneNumber number = new PhoneNumber();
        number.setCountryCode(callingCode).setNationalNumber(Long.parseLong(national));
        if (zeros > 0) {
            number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
        }
        return number;
    }

    // No calling code is the start of another one.
    private static int callingCode(String digits) {
        int code = 0;
        for (int i = 0; i < 3; i++) {
            code = code * 10 + digits.charAt(i) - '0';
            if (CALLING_CODES[code]) {
                return code;
            }
        }
        return NOT_FOUND;
    }

    private static int length(int callingCode) {
        return callingCode < 10 ? 1 : callingCode < 100 ? 2 : 3;
    }

    private static boolean[] callingCodes() {
        boolean[] codes = new boolean[1000];
        NUMBERS.getSupportedCallingCodes().forEach(code -> codes[code] = true);
        return codes;
    }

    private record Verdict(String digits, boolean valid) {}
}
