package io.inlet.code;

/** Runs of Latin letters and digits in a text, and what they are made of. For one text. */
final class Tokens {
    private static final int LONGEST_JOINED = 16;
    private static final int SHORT_NUMBER = 3;

    private final PlainText text;

    Tokens(PlainText text) {
        this.text = text;
    }

    /** Where the run ends that starts there. */
    int endOf(int from) {
        int end = from;
        while (end < text.length() && CharForms.isCodeChar(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the letters end that start there. */
    int endOfLetters(int from) {
        int end = from;
        while (end < text.length() && CharForms.isLatin(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the runs end that hyphens join to one, or its own end if none are. */
    int endOfJoined(int from, int firstEnd) {
        int end = firstEnd;
        while (end - from <= LONGEST_JOINED && isJoint(end)) {
            end = endOf(end + 1);
        }
        return end;
    }

    /** Whether a hyphen there joins a run to the next. */
    boolean isJoint(int at) {
        return text.at(at) == '-' && CharForms.isCodeChar(text.at(at + 1));
    }

    /** The first digit of a stretch, or its end if it has none. */
    int firstDigit(int from, int end) {
        int digit = from;
        while (digit < end && !CharForms.isDigit(text.charAt(digit))) {
            digit++;
        }
        return digit;
    }

    boolean isDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CharForms.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }

    boolean isCapital(int from, int to) {
        for (int i = from; i < to; i++) {
            if (CharForms.isLatin(text.charAt(i)) && !text.isUpper(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many letters and digits, separators left out. */
    int signs(int from, int to) {
        int signs = 0;
        for (int i = from; i < to; i++) {
            signs += CharForms.isCodeChar(text.charAt(i)) ? 1 : 0;
        }
        return signs;
    }

    int letters(int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += CharForms.isLatin(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    // "PIN4K7" is a code; "OTP482913" is a name and a code.
    boolean isMixture(int from, int end) {
        int lastLetter = from;
        for (int i = from; i < end; i++) {
            lastLetter = CharForms.isDigit(text.charAt(i)) ? lastLetter : i;
        }
        return lastLetter > firstDigit(from, end) && isCapital(from, end);
    }

    /** Whether it looks like a name with a number: "Tele2", "Chave365". */
    boolean isName(int from, int to) {
        int digit = firstDigit(from, to);
        boolean number = digit < to && to - digit <= SHORT_NUMBER && isDigits(digit, to);
        return number
                && digit - from >= SHORT_NUMBER
                && text.isUpper(from)
                && isSmall(from + 1, digit);
    }

    /** "SI56 0400": country, check digits and the first four of an account, ISO 13616. */
    boolean isAccountStart(int from, int to) {
        boolean country = to - from == 4 && firstDigit(from, to) == from + 2;
        int next = endOf(to + 1);
        return country
                && isCapital(from, to)
                && text.at(to) == ' '
                && next - to - 1 == 4
                && firstDigit(to + 1, next) < next;
    }

    private boolean isSmall(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.isUpper(i)) {
                return false;
            }
        }
        return true;
    }

    /** Letters and digits as ASCII, with their case. */
    String value(int from, int to) {
        char[] value = new char[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (CharForms.isCodeChar(c)) {
                value[length++] = text.isUpper(i) ? Character.toUpperCase(c) : c;
            }
        }
        return new String(value, 0, length);
    }
}
