package io.inlet.sms;

/**
 * A number that messages are sent to: E.164 digits without the plus, or the digits of a short code.
 * Its text form is masked, since no log line may hold a full MSISDN.
 *
 * @param digits 3 to 15 decimal digits
 */
public record Msisdn(String digits) {
    public Msisdn {
        if (!isDigits(digits)) {
            throw new IllegalArgumentException("an MSISDN is 3 to 15 decimal digits");
        }
    }

    /** Whether a text would make an MSISDN. */
    public static boolean isDigits(String text) {
        return text.length() >= 3
                && text.length() <= 15
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The form shown to people: a plus and the digits. */
    public String e164() {
        return "+" + digits;
    }

    /** The last two digits, the rest masked. */
    @Override
    public String toString() {
        return "*".repeat(digits.length() - 2) + digits.substring(digits.length() - 2);
    }
}
