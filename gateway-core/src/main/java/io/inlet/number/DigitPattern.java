package io.inlet.number;

/**
 * A pattern of a number's digits: {@code ?} is any digit, {@code *} any digits or none.
 *
 * @param text 1 to 15 digits and question marks, at most two asterisks
 */
public record DigitPattern(String text) {
    private static final int MOST_DIGITS = 15;
    private static final int MOST_STARS = 2;

    public DigitPattern {
        long stars = text.chars().filter(c -> c == '*').count();
        long others = text.length() - stars;
        boolean known = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '?' || c == '*');
        if (!known || text.isEmpty() || others > MOST_DIGITS || stars > MOST_STARS) {
            throw new IllegalArgumentException(
                    "pattern: expected up to 15 digits and ?, with at most two *");
        }
    }

    /** The digits before its first sign. */
    public String prefix() {
        int end = 0;
        while (end < text.length() && isDigit(end)) {
            end++;
        }
        return text.substring(0, end);
    }

    /** The digits after its last sign. */
    public String suffix() {
        int begin = text.length();
        while (begin > 0 && isDigit(begin - 1)) {
            begin--;
        }
        return text.substring(begin);
    }

    /** Whether these digits fit; at most 15 x 17 steps. */
    public boolean fits(String digits) {
        int star = -1;
        int resume = 0;
        int p = 0;
        int d = 0;
        while (d < digits.length()) {
            if (p < text.length() && text.charAt(p) == '*') {
                star = p++;
                resume = d;
            } else if (p < text.length() && fits(text.charAt(p), digits.charAt(d))) {
                p++;
                d++;
            } else if (star >= 0) {
                p = star + 1;
                d = ++resume;
            } else {
                return false;
            }
        }
        while (p < text.length() && text.charAt(p) == '*') {
            p++;
        }
        return p == text.length();
    }

    private static boolean fits(char sign, char digit) {
        return sign == '?' || sign == digit;
    }

    private boolean isDigit(int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
