package io.inlet.code;

import io.inlet.code.Candidate.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks once over a text and sorts out what could be a code by its looks from links, amounts, dates
 * and the like. For one text and thread.
 */
final class CandidateScanner {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 10;
    private static final int SHORTEST_MIXED = 4;
    private static final int LONGEST_LETTERS = 8;
    private static final int LONGEST_BOUND = 12;
    private static final int LONGEST_JOINED = 16;

    private final PlainText text;
    private final NumberContext context;
    private final Links links;
    private final List<Candidate> candidates = new ArrayList<>(4);
    private final List<Masked> masked = new ArrayList<>(4);

    CandidateScanner(PlainText text, Hits hits) {
        this.text = text;
        this.context = new NumberContext(text, hits);
        this.links = new Links(text);
    }

    /** What could be a code by its looks, from left to right. */
    List<Candidate> scan() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '@') {
                i = at(i);
            } else if (CharForms.isCodeChar(c)) {
                i = token(i);
            } else {
                i++;
            }
        }
        return candidates;
    }

    /** What looks like a code and is none, from left to right. */
    List<Masked> masked() {
        return masked;
    }

    private int token(int from) {
        int link = links.endOf(from);
        if (link > from) {
            return mask(from, link, links.kind());
        }
        int end = endOfToken(from);
        if (context.isAppHash(from, end)) {
            return mask(from, text.length(), Mask.APP_HASH);
        }
        int digit = firstDigit(from, end);
        if (digit == end) {
            return word(from, end);
        }
        if (digit == from) {
            return number(from);
        }
        if (context.isPhraseEnd(digit) && !isMixedCode(from, end)) {
            return number(digit);
        }
        int whole = joined(from, end);
        return whole > end ? whole : mixed(from, end);
    }

    private int endOfToken(int from) {
        int end = from;
        while (end < text.length() && CharForms.isCodeChar(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int firstDigit(int from, int end) {
        int digit = from;
        while (digit < end && !CharForms.isDigit(text.charAt(digit))) {
            digit++;
        }
        return digit;
    }

    // "PIN4K7" is a code; "OTP482913" is a name and a code.
    private boolean isMixedCode(int from, int end) {
        int lastLetter = from;
        for (int i = from; i < end; i++) {
            if (!CharForms.isDigit(text.charAt(i))) {
                lastLetter = i;
            }
        }
        return lastLetter > firstDigit(from, end) && context.isCapital(from, end);
    }

    /** {@code @example.com #123456}; anything else after the sign is an address or an account. */
    private int at(int at) {
        int host = at + 1;
        int end = host;
        boolean dotted = false;
        while (end < text.length() && Links.isHostChar(text.charAt(end))) {
            dotted |= text.charAt(end) == '.';
            end++;
        }
        if (!dotted || text.at(end) != ' ' || text.at(end + 1) != '#') {
            return end == host ? host : mask(at, end, Mask.EMAIL);
        }
        int code = end + 2;
        int to = endOfToken(code);
        while (text.at(to) == '-'
                && to < text.length() - 1
                && CharForms.isCodeChar(text.at(to + 1))) {
            to = endOfToken(to + 1);
        }
        if (signs(code, to) >= SHORTEST && to - code <= LONGEST_BOUND) {
            add(code, to, Shape.BOUND);
        }
        return Math.max(to, code);
    }

    private int signs(int from, int to) {
        int signs = 0;
        for (int i = from; i < to; i++) {
            signs += CharForms.isCodeChar(text.charAt(i)) ? 1 : 0;
        }
        return signs;
    }

    /** {@code G-123456}, {@code K7P-2QX}, or letters alone. */
    private int word(int from, int end) {
        if (text.at(end) == '-' && CharForms.isCodeChar(text.at(end + 1))) {
            int to = endOfToken(end + 1);
            boolean digits = firstDigit(end + 1, to) == end + 1 && isDigits(end + 1, to);
            if (digits
                    && end - from <= 2
                    && to - end - 1 >= 4
                    && to - end - 1 <= 8
                    && text.at(to) != '-') {
                candidates.add(new Candidate(from, to, value(end + 1, to), Shape.PREFIXED));
                return to;
            }
            if (digits && context.isPhraseEnd(end)) {
                return end; // "OTP-482913"
            }
            return joined(from, end);
        }
        int length = end - from;
        if (length >= SHORTEST_MIXED && length <= LONGEST_LETTERS && context.isCapital(from, end)) {
            add(from, end, Shape.LETTERS);
        }
        return end;
    }

    // Groups of capitals and digits joined by hyphens, if they make a code together.
    private int joined(int from, int firstEnd) {
        int end = firstEnd;
        while (end - from <= LONGEST_JOINED
                && text.at(end) == '-'
                && CharForms.isCodeChar(text.at(end + 1))) {
            end = endOfToken(end + 1);
        }
        if (end == firstEnd || !context.isCapital(from, end)) {
            return firstEnd;
        }
        if (firstDigit(from, end) == end) {
            return letterGroups(from, firstEnd, end);
        }
        return mixed(from, end);
    }

    // "GEU-TAB": two groups of three or four.
    private int letterGroups(int from, int firstEnd, int end) {
        int length = firstEnd - from;
        if (end - firstEnd - 1 != length || length < SHORTEST || length > SHORTEST_MIXED) {
            return firstEnd;
        }
        add(from, end, Shape.LETTERS);
        return end;
    }

    private boolean isDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CharForms.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        NumberChain chain = NumberChain.at(text, from);
        int to = chain.to();
        if (CharForms.isLatin(text.at(to)) && !context.isPhrase(to, endOfToken(to))) {
            return lettersAfter(from, to);
        }
        if (text.at(to) == '-'
                && CharForms.isLatin(text.at(to + 1))
                && chain.kind() == NumberChain.Kind.PLAIN) {
            int end = joined(from, to);
            if (end > to) {
                return end;
            }
        }
        Mask mask = context.mask(from, chain);
        if (mask != null) {
            return mask(from, to, mask);
        }
        if (chain.digits() < SHORTEST || chain.digits() > LONGEST) {
            return mask(from, to, Mask.SHAPE);
        }
        add(from, to, Shape.DIGITS);
        return to;
    }

    // "150p", "16GB", "2nd" and "4K7P21": the letters belong to the number.
    private int lettersAfter(int from, int to) {
        int start = to;
        while (start > from && CharForms.isDigit(text.charAt(start - 1))) {
            start--;
        }
        int end = endOfToken(to);
        if (text.at(end) == '-' && context.isCapital(start, end)) {
            int whole = joined(start, end);
            if (whole > end) {
                return whole;
            }
        }
        return mixed(start, end);
    }

    private int mixed(int from, int to) {
        int letters = 0;
        int signs = 0;
        for (int i = from; i < to; i++) {
            letters += CharForms.isLatin(text.charAt(i)) ? 1 : 0;
            signs += CharForms.isCodeChar(text.charAt(i)) ? 1 : 0;
        }
        if (signs < SHORTEST_MIXED || signs > LONGEST || context.isMaskedTail(from, to)) {
            return mask(from, to, Mask.SHAPE);
        }
        if (context.isAmount(from, to) || !context.isFree(from, to)) {
            return mask(from, to, Mask.MONEY);
        }
        boolean unit = letters < signs && context.isLowerTail(from, to);
        if (unit) {
            return mask(from, to, Mask.MEASURE);
        }
        add(from, to, Shape.MIXED);
        return to;
    }

    private void add(int from, int to, Shape shape) {
        candidates.add(new Candidate(from, to, value(from, to), shape));
    }

    private int mask(int from, int to, Mask mask) {
        masked.add(new Masked(from, to, mask));
        return to;
    }

    /** Letters and digits as ASCII, with their case. */
    private String value(int from, int to) {
        StringBuilder value = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (CharForms.isCodeChar(c)) {
                value.append(text.isUpper(i) ? Character.toUpperCase(c) : c);
            }
        }
        return value.toString();
    }

    /** What looks like a code and is none. */
    record Masked(int from, int to, Mask mask) {}
}
