package io.inlet.code;

/** What stands right beside a number. */
final class Surroundings {
    private static final String NOT_BEFORE = "+*/._@&%-";
    private static final String NOT_AFTER = "%*#/@=_";

    private final CharSequence text;

    Surroundings(CharSequence folded) {
        this.text = folded;
    }

    /** Whether nothing there says that it is an amount, a share, a phone or a masked account. */
    boolean leaveFree(int from, int to) {
        char before = at(from - 1);
        char after = at(to);
        if (before == '*' && after == '*') {
            return at(from - 2) != '*'; // bold, as people write it
        }
        if (before == ' ' && at(from - 2) == ')' && Folded.isDigit(at(from - 3))) {
            return false; // "(030) 123456"
        }
        return NOT_BEFORE.indexOf(before) < 0
                && NOT_AFTER.indexOf(after) < 0
                && !isCurrency(before)
                && !isCurrency(after)
                && !(before == ' ' && isCurrency(at(from - 2)))
                && !(after == ' ' && isCurrency(at(to + 1)));
    }

    private char at(int index) {
        return index < 0 || index >= text.length() ? ' ' : text.charAt(index);
    }

    private static boolean isCurrency(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }
}
