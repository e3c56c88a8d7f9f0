package io.inlet.sms;

/** Digits as addresses have them. */
final class Digits {
    private Digits() {}

    static boolean areAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * The digits that follow a plus or a double zero, or all of them if there is neither; blanks
     * and punctuation between them are left out. Empty if there is anything else.
     */
    static String international(String value) {
        String digits = plain(value.startsWith("+") ? value.substring(1) : value);
        return !value.startsWith("+") && digits.startsWith("00") ? digits.substring(2) : digits;
    }

    /** Whether a value says that it is international. */
    static boolean hasInternationalPrefix(String value) {
        return value.startsWith("+") || value.startsWith("00");
    }

    /** The digits of a value without what people put between them; empty if it has other parts. */
    static String plain(String value) {
        if (areAll(value)) {
            return value;
        }
        StringBuilder digits = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isDigit(c)) {
                digits.append(c);
            } else if (" -./()".indexOf(c) < 0) {
                return "";
            }
        }
        return digits.toString();
    }
}
