package io.inlet.code;

import io.inlet.code.Candidate.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    private static final int SHORTEST_PREFIXED = 4;
    private static final int LONGEST_PREFIXED = 8;

    private final PlainText text;
    private final Tokens tokens;
    private final NumberContext context;
    private final Links links;
    private final List<Candidate> candidates = new ArrayList<>(4);
    private final List<Masked> masked = new ArrayList<>(4);

    CandidateScanner(PlainText text, Hits hits) {
        this.text = text;
        this.tokens = new Tokens(text);
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

    // Most tokens are words of letters alone: one walk over them instead of five.
    private int token(int from) {
        int end = tokens.endOfLetters(from);
        char next = text.at(end);
        boolean alone = end > from && !Links.isHostChar(next) && next != ':' && next != '@';
        return alone && !context.isAppHash(from, end) ? letters(from, end) : mixture(from);
    }

    private int mixture(int from) {
        int link = links.endOf(from);
        if (link > from) {
            return mask(from, link, links.kind());
        }
        int end = tokens.endOf(from);
        if (context.isAppHash(from, end)) {
            return mask(from, text.length(), Mask.APP_HASH);
        }
        int digit = tokens.firstDigit(from, end);
        if (digit == end) {
            return word(from, end);
        }
        if (digit == from) {
            return number(from);
        }
        boolean apart = tokens.isDigits(digit, end) || context.isNamed(digit);
        if (apart
                && context.isLed(digit, tokens.isCapital(from, digit))
                && !tokens.isMixture(from, end)) {
            return number(digit);
        }
        int whole = joined(from, end);
        return whole > end ? whole : mixed(from, end);
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
        int to = tokens.endOfJoined(code, tokens.endOf(code));
        if (tokens.signs(code, to) >= SHORTEST && to - code <= LONGEST_BOUND) {
            add(code, to, Shape.BOUND);
        }
        return Math.max(to, code);
    }

    /** {@code G-123456}, {@code K7P-2QX}, or letters alone. */
    private int word(int from, int end) {
        if (tokens.isJoint(end)) {
            return joinedWord(from, end);
        }
        return letters(from, end);
    }

    private int letters(int from, int end) {
        int length = end - from;
        if (length >= SHORTEST_MIXED && length <= LONGEST_LETTERS && tokens.isCapital(from, end)) {
            add(from, end, Shape.LETTERS);
        }
        return end;
    }

    private int joinedWord(int from, int end) {
        int code = end + 1;
        int to = tokens.endOf(code);
        if (!tokens.isDigits(code, to)) {
            return joined(from, end);
        }
        int length = to - code;
        boolean fits = length >= SHORTEST_PREFIXED && length <= LONGEST_PREFIXED;
        if (fits && isPrefix(from, end) && !tokens.isJoint(to)) {
            candidates.add(new Candidate(from, to, tokens.value(code, to), Shape.PREFIXED));
            return to;
        }
        return context.isLed(end, true) ? end : joined(from, end); // "OTP-482913"
    }

    // "G-" and "FB-"; two other letters belong to the code.
    private boolean isPrefix(int from, int end) {
        boolean facebook = text.at(from) == 'f' && text.at(from + 1) == 'b';
        return end - from == 1 || (end - from == 2 && facebook);
    }

    // Groups of capitals and digits joined by hyphens, if they make a code together.
    private int joined(int from, int firstEnd) {
        int end = tokens.endOfJoined(from, firstEnd);
        if (end == firstEnd || !tokens.isCapital(from, end)) {
            return firstEnd;
        }
        if (tokens.firstDigit(from, end) == end) {
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

    private int number(int from) {
        NumberChain chain = NumberChain.at(text, from);
        int to = chain.to();
        if (CharForms.isLatin(text.at(to)) && !context.isPhrase(to, tokens.endOf(to))) {
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
        int end = tokens.endOf(to);
        if (text.at(end) == '-' && tokens.isCapital(start, end)) {
            int whole = joined(start, end);
            if (whole > end) {
                return whole;
            }
        }
        return mixed(start, end);
    }

    private int mixed(int from, int to) {
        int signs = tokens.signs(from, to);
        if (signs < SHORTEST_MIXED || signs > LONGEST || context.isMaskedTail(from, to)) {
            return mask(from, to, Mask.SHAPE);
        }
        if (context.isAmount(from, to) || context.isThousands(to) || !context.isFree(from, to)) {
            return mask(from, to, Mask.MONEY);
        }
        if (tokens.isName(from, to)) {
            return mask(from, to, Mask.SHAPE);
        }
        if (tokens.isAccountStart(from, to)) {
            return mask(from, tokens.endOf(to + 1), Mask.CARD);
        }
        boolean unit = tokens.letters(from, to) < signs && context.isLowerTail(from, to);
        if (unit) {
            return mask(from, to, Mask.MEASURE);
        }
        add(from, to, Shape.MIXED);
        return to;
    }

    private void add(int from, int to, Shape shape) {
        candidates.add(new Candidate(from, to, tokens.value(from, to), shape));
    }

    private int mask(int from, int to, Mask mask) {
        masked.add(new Masked(from, to, mask));
        return to;
    }

    /** How a number or mixture is too long or too short for a code, or null if it is neither. */
    static @Nullable String misfit(PlainText text, Masked number) {
        int signs = new Tokens(text).signs(number.from(), number.to());
        boolean mixed = text.hasLetter(number.from(), number.to());
        String what = signs + (mixed ? " letters and digits" : " digits");
        int shortest = mixed ? SHORTEST_MIXED : SHORTEST;
        if (signs < shortest) {
            return "too short: " + what + ", and a code has " + shortest + " or more";
        }
        return signs > LONGEST
                ? "too long: " + what + ", and a code has " + LONGEST + " at most"
                : null;
    }

    /** What looks like a code and is none. */
    record Masked(int from, int to, Mask mask) {}
}
