package io.inlet.code;

import io.inlet.code.NumberChain.Kind;
import org.jspecify.annotations.Nullable;

/** What stands right beside a number, and what it makes of the number. For one text and thread. */
final class NumberContext {
    private static final long LEADING =
            Cue.CODES | Cue.LINK.bit() | Cue.USE.bit() | Cue.VALID.bit() | Cue.BRAND_AFTER.bit();
    private static final String NOT_BEFORE = "+*/._@&%-\u2022\u00d7\u2217\u25cf";
    private static final String NOT_AFTER = "%*@=_";
    private static final int APP_HASH_LENGTH = 11;
    private static final int SHORTEST_PHONE = 9;
    private static final int SHORTEST_CALLED = 6;
    private static final int LONGEST_TAIL = 6;
    private static final int LONGEST_SMALL = 4;
    private static final int SIXTY = 60;
    private static final long SPANS =
            Cue.SECOND.bit() | Cue.MINUTE.bit() | Cue.HOUR.bit() | Cue.DAY.bit();

    private final PlainText text;
    private final Hits hits;

    /** Where the text ends, without spaces. */
    private final int lastLetter;

    NumberContext(PlainText text, Hits hits) {
        this.text = text;
        this.hits = hits;
        int end = text.length();
        while (end > 0 && CharForms.isSpace(text.charAt(end - 1))) {
            end--;
        }
        this.lastLetter = end;
    }

    /** Whether a name of codes ends there. */
    boolean isNamed(int at) {
        return (hits.endsAt(at) & Cue.CODES) != 0;
    }

    /**
     * Whether what leads to a code ends there, so that digits glued to it are a number of their
     * own: "OTP482913", "is482913", and not "NEW100".
     */
    boolean isLed(int at, boolean capitals) {
        return (hits.endsAt(at) & (capitals ? Cue.CODES : LEADING)) != 0;
    }

    /** Whether letters after a number are a word of their own, and not the unit of the number. */
    boolean isPhrase(int from, int to) {
        return hits.isPhrase(from, to, ~Cue.MEASURE.bit());
    }

    /** Whether letters after the first digits are small: "150p", "2nd". */
    boolean isLowerTail(int from, int to) {
        int letter = from;
        while (letter < to && CharForms.isDigit(text.charAt(letter))) {
            letter++;
        }
        if (letter == from) {
            return false;
        }
        for (int i = letter; i < to; i++) {
            if (CharForms.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return hits.isPhrase(letter, to, ~0L) || !new Tokens(text).isCapital(letter, to);
    }

    /** The eleven characters at the end by which an app knows its own messages. */
    boolean isAppHash(int from, int end) {
        int length = lastLetter;
        if (length - from != APP_HASH_LENGTH
                || from == 0
                || !CharForms.isSpace(text.charAt(from - 1))) {
            return false;
        }
        boolean upper = false;
        boolean lower = false;
        boolean strange = text.at(from - 1) == '\n';
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (!CharForms.isCodeChar(c) && c != '+' && c != '/') {
                return false;
            }
            upper |= i > from && text.isUpper(i);
            lower |= CharForms.isLatin(c) && !text.isUpper(i);
            strange |= !CharForms.isLatin(c);
        }
        return upper && lower && strange; // "Wildberries" is none
    }

    /** Why a number is no code by what stands beside it, or null if nothing speaks against it. */
    @Nullable Mask mask(int from, NumberChain chain) {
        int to = chain.to();
        if (isPercent(to)) {
            return Mask.PERCENT;
        }
        if (isUssd(from, to)) {
            return Mask.USSD;
        }
        if (isAmount(from, to)) {
            return Mask.MONEY;
        }
        if (isPhone(from, chain)) {
            return Mask.PHONE;
        }
        switch (chain.kind()) {
            case DATE -> {
                return Mask.DATE;
            }
            case TIME -> {
                return Mask.TIME;
            }
            case DECIMAL, OTHER -> {
                return Mask.SHAPE;
            }
            case PLAIN -> {}
        }
        if (chain.digits() <= LONGEST_SMALL) {
            Mask small = small(from, to);
            if (small != null) {
                return small;
            }
        }
        if (isMaskedTail(from, to)) {
            return Mask.CARD;
        }
        return isFree(from, to) ? null : Mask.SHAPE;
    }

    private @Nullable Mask small(int from, int to) {
        long after = startsNear(to);
        if ((after & SPANS) != 0 && isCount(from, to)) {
            return Mask.DURATION;
        }
        if ((after & Cue.MEASURE.bit()) != 0) {
            return Mask.MEASURE;
        }
        boolean little = (after & (Cue.LINK.bit() | Cue.COMMON.bit())) != 0; // French "est"
        if ((after & Cue.TIME.bit()) != 0 && !little) {
            return Mask.TIME;
        }
        boolean month = (after & Cue.MONTH.bit()) != 0 || (endsNear(from) & Cue.MONTH.bit()) != 0;
        return month ? Mask.DATE : null;
    }

    // "1440 minutes", and not "1234 s pomocí": what is so long is counted in whole hours.
    private boolean isCount(int from, int to) {
        return to - from < LONGEST_SMALL
                || Integer.parseInt(text.subSequence(to - LONGEST_SMALL, to)) % SIXTY == 0;
    }

    private long startsNear(int to) {
        char c = text.at(to);
        boolean gap = c == ' ' || c == '-' || c == '.';
        return hits.startsAt(to) | (gap ? hits.startsAt(to + 1) : 0);
    }

    private long endsNear(int from) {
        char c = text.at(from - 1);
        boolean gap = c == ' ' || c == '-' || c == '.';
        boolean far = c == ' ' && ".,".indexOf(text.at(from - 2)) >= 0;
        return hits.endsAt(from)
                | (gap ? hits.endsAt(from - 1) : 0)
                | (far ? hits.endsAt(from - 2) : 0);
    }

    /** Whether a currency stands before or after. */
    boolean isAmount(int from, int to) {
        return isCurrency(text.at(from - 1))
                || isCurrency(text.at(to))
                || (text.at(from - 1) == ' ' && isCurrency(text.at(from - 2)))
                || (text.at(to) == ' ' && isCurrency(text.at(to + 1)))
                || (endsNear(from) & Cue.MONEY.bit()) != 0
                || ((startsNear(to) & Cue.MONEY.bit()) != 0 && !isNamed(from - 1))
                || (text.at(to) == '/'
                        && text.at(to + 1) == '-'
                        && !CharForms.isCodeChar(text.at(to + 2)));
    }

    /** Whether thousands follow: "N500,000". */
    boolean isThousands(int to) {
        return text.at(to) == ','
                && isDigitsAfter(to + 1, to + 4)
                && !CharForms.isDigit(text.at(to + 4));
    }

    private static boolean isCurrency(char c) {
        return CharForms.isCurrency(c);
    }

    private boolean isPercent(int to) {
        return text.at(to) == '%' || (text.at(to) == ' ' && text.at(to + 1) == '%');
    }

    // "*123#", "*100*7#", "#31#", and not the bold "*482913*" of people.
    private boolean isUssd(int from, int to) {
        char before = text.at(from - 1);
        return (before == '*' || before == '#')
                && (text.at(to) == '#'
                        || (text.at(to) == '*' && Character.isLetterOrDigit(text.at(to + 1))));
    }

    private boolean isPhone(int from, NumberChain chain) {
        if (text.at(from - 1) == '+') {
            return chain.digits() >= SHORTEST_CALLED;
        }
        char first = text.charAt(from);
        boolean called = (endsNear(from) & Cue.CALL.bit()) != 0;
        boolean area =
                text.at(from - 1) == ' '
                        && text.at(from - 2) == ')'
                        && CharForms.isDigit(text.at(from - 3));
        boolean other = chain.kind() != Kind.PLAIN && chain.kind() != Kind.DECIMAL;
        boolean isLong = chain.digits() >= SHORTEST_PHONE && (first == '0' || other);
        return area || isLong || (called && chain.digits() >= SHORTEST_CALLED);
    }

    /** Whether stars, crosses or points beside it say that it is a part of something longer. */
    boolean isMaskedTail(int from, int to) {
        char before = text.at(from - 1);
        if (isPointed(from - 1, -1) || isPointed(to, 1)) {
            return true;
        }
        if (before == '*' && text.at(to) == '*') {
            return text.at(from - 2) == '*';
        }
        boolean crosses =
                text.at(from) == 'x'
                        && (text.at(from + 1) == 'x'
                                || (to - from <= LONGEST_TAIL && isDigitsAfter(from + 1, to)));
        return crosses
                || before == '*'
                || before == '\u2022'
                || before == '\u00d7'
                || before == '\u25cf'
                || (before == '.' && text.at(from - 2) == '.' && text.at(from - 3) != '.');
    }

    // "HR12...4471": points with a digit on either side.
    private boolean isPointed(int at, int step) {
        int end = at;
        while (text.at(end) == '.' && Math.abs(end - at) <= LONGEST_TAIL) {
            end += step;
        }
        boolean points = Math.abs(end - at) >= 2;
        return points && CharForms.isDigit(text.at(end));
    }

    private boolean isDigitsAfter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CharForms.isDigit(text.at(i))) {
                return false;
            }
        }
        return to > from;
    }

    /** Whether nothing right beside it says that it is a part of something else. */
    boolean isFree(int from, int to) {
        char before = text.at(from - 1);
        char after = text.at(to);
        if (before == '*' && after == '*') {
            return text.at(from - 2) != '*'; // bold, as people write it
        }
        if (before == '-' || before == '.' || before == '/') {
            char led = text.at(from - 2);
            boolean named =
                    hits.endsAt(from - 1) != 0 || CharForms.isSpace(led) || led == ':' || from == 1;
            boolean sentence = before == '.' && !CharForms.isDigit(text.at(from - 2));
            return (named || sentence) && NOT_AFTER.indexOf(after) < 0;
        }
        return NOT_BEFORE.indexOf(before) < 0 && NOT_AFTER.indexOf(after) < 0;
    }
}
