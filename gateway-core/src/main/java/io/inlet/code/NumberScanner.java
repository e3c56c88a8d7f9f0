package io.inlet.code;

import io.inlet.code.Candidate.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks once over a text and sorts its numbers out. For one text and thread. */
final class NumberScanner {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;
    private static final int LONGEST_MIXED = 10;

    private final CharSequence text;
    private final String original;
    private final HitCursor hits;
    private final Surroundings surroundings;
    private final List<Candidate> candidates = new ArrayList<>();
    private int numberBefore;
    private @Nullable Duration duration;

    NumberScanner(CharSequence folded, String original, List<Hit> hits) {
        this.text = folded;
        this.original = original;
        this.hits = new HitCursor(folded, hits);
        this.surroundings = new Surroundings(folded);
    }

    /** What could be a code by its looks, from left to right. */
    List<Candidate> scan() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (startsLink(i)) {
                i = endOfChunk(i);
            } else if (c == '@') {
                i = bound(i);
            } else if (Folded.isCodeChar(c)) {
                i = token(i);
            } else {
                i++;
            }
        }
        return candidates;
    }

    /** The first span of time that the text names, or null. */
    @Nullable Duration duration() {
        return duration;
    }

    private boolean startsLink(int at) {
        Hit next = hits.from(at);
        return next != null && next.from() == at && next.cue() == Cue.LINK;
    }

    private int endOfChunk(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7f) {
            end++;
        }
        return Math.max(end, from + 1);
    }

    /** {@code @example.com #123456}; without the hash, a mail address or an account. */
    private int bound(int at) {
        int end = endOfChunk(at + 1);
        boolean startsLine = at == 0 || text.charAt(at - 1) == '\n';
        if (startsLine && end + 2 < text.length() && text.charAt(end) == ' ') {
            int code = end + 2;
            int to = endOfToken(code);
            if (text.charAt(end + 1) == '#'
                    && to - code >= SHORTEST
                    && to - code <= LONGEST_MIXED) {
                candidates.add(new Candidate(code, to, value(code, to), Shape.BOUND, numberBefore));
                return to;
            }
        }
        return end;
    }

    private int endOfToken(int from) {
        int end = from;
        while (end < text.length() && Folded.isCodeChar(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int token(int from) {
        int end = endOfToken(from);
        int digit = from;
        while (digit < end && !Folded.isDigit(text.charAt(digit))) {
            digit++;
        }
        if (digit == end) {
            return word(from, end);
        }
        if (digit == from || hits.endAt(digit)) {
            return number(digit);
        }
        mixed(from, end);
        return end;
    }

    // A host and its path, or an address: "br.example/x9". After digits a point ends a sentence.
    private int word(int from, int end) {
        if (end + 1 < text.length()
                && ".@".indexOf(text.charAt(end)) >= 0
                && Folded.isCodeChar(text.charAt(end + 1))
                && !Folded.isDigit(text.charAt(end + 1))
                && !Character.isUpperCase(original.charAt(end + 1))) {
            return endOfChunk(end);
        }
        return prefixed(from, end);
    }

    /** {@code G-123456}: one or two letters, a hyphen, digits. */
    private int prefixed(int from, int end) {
        int code = end + 1;
        boolean hyphen = code < text.length() && text.charAt(end) == '-';
        if (!hyphen || end - from > 2 || !Folded.isDigit(text.charAt(code))) {
            return end;
        }
        int to = endOfToken(code);
        if (isDigits(code, to) && to - code >= 4 && to - code <= LONGEST) {
            candidates.add(new Candidate(from, to, digits(code, to), Shape.PREFIXED, numberBefore));
            numberBefore = to;
        }
        return to;
    }

    private boolean isDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Folded.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        NumberChain chain = NumberChain.at(text, from);
        int to = chain.to();
        boolean paid = hits.payBefore(from);
        Hit unit = hits.unitAfter(to);
        boolean lettered = to < text.length() && Folded.isCodeChar(text.charAt(to));
        if (lettered && (unit == null || unit.from() > to)) {
            int end = endOfToken(to);
            mixed(startOfDigits(to), end);
            return end;
        }
        if (unit != null && unit.cue().seconds() > 0 && chain.digits() <= 3) {
            note(from, to, unit.cue().seconds());
        } else if (chain.kind() == NumberChain.Kind.PLAIN
                && chain.digits() >= SHORTEST
                && chain.digits() <= LONGEST
                && !paid
                && (unit == null || unit.cue() != Cue.MONEY)
                && isFree(from, to)) {
            candidates.add(new Candidate(from, to, digits(from, to), Shape.DIGITS, numberBefore));
        }
        numberBefore = to;
        return to;
    }

    private int startOfDigits(int end) {
        int start = end;
        while (start > 0 && Folded.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private boolean isFree(int from, int to) {
        boolean named = from > 0 && text.charAt(from - 1) == '-' && hits.endAt(from - 1);
        return named || surroundings.leaveFree(from, to);
    }

    private void note(int from, int to, int seconds) {
        if (duration == null && to - from <= 3 && isDigits(from, to)) {
            duration = Duration.ofSeconds((long) seconds * Integer.parseInt(digits(from, to)));
        }
    }

    // "16th", "4GB" and "XX1245" are none.
    private void mixed(int from, int to) {
        int length = to - from;
        boolean fits = length >= 4 && length <= LONGEST_MIXED && isFree(from, to);
        if (fits && !isOrdinal(from, to) && !original.regionMatches(true, from, "xx", 0, 2)) {
            candidates.add(new Candidate(from, to, value(from, to), Shape.MIXED, numberBefore));
        }
        numberBefore = to;
    }

    /** Letters and digits as ASCII, with their case. */
    private String value(int from, int to) {
        StringBuilder value = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            value.append(Character.isUpperCase(original.charAt(i)) ? Character.toUpperCase(c) : c);
        }
        return value.toString();
    }

    private boolean isOrdinal(int from, int to) {
        int letters = from;
        while (letters < to && Folded.isDigit(text.charAt(letters))) {
            letters++;
        }
        return letters > from && letters < to && Character.isLowerCase(original.charAt(letters));
    }

    private String digits(int from, int to) {
        StringBuilder digits = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (Folded.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }
}
