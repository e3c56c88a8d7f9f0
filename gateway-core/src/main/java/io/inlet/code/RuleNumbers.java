package io.inlet.code;

import io.inlet.code.CodeRule.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What in a text a tenant's rule may take for a code: numbers and mixtures of 3 to 12 signs, from
 * left to right, whatever words stand around them. Addresses, amounts with cents, dates, times and
 * international numbers are none.
 */
final class RuleNumbers {
    static final RuleNumbers NONE = new RuleNumbers(List.of());

    /** A text with more of them is a list and carries no code. */
    private static final int MOST = 30;

    private final List<Figure> all;

    private RuleNumbers(List<Figure> all) {
        this.all = all;
    }

    enum Kind {
        DIGITS,
        /** Letters and digits. */
        MIXTURE,
        /** The digits of {@code G-123456}. */
        AFTER_HYPHEN,
        /** The digits of {@code OTP482913}. */
        AFTER_LETTERS
    }

    /**
     * One of them.
     *
     * @param signs how many, separators left out
     */
    record Figure(int from, int to, int signs, Kind kind) {
        Candidate candidate(PlainText text) {
            String code = new Tokens(text).value(from, to);
            Candidate.Shape shape =
                    kind == Kind.MIXTURE ? Candidate.Shape.MIXED : Candidate.Shape.DIGITS;
            return new Candidate(from, to, code, shape);
        }
    }

    /** Those of a text; none if there are too many. */
    static RuleNumbers of(PlainText text) {
        List<Figure> all = new Walk(text).numbers();
        return all.size() > MOST ? NONE : new RuleNumbers(all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Figure> all() {
        return all;
    }

    /** One walk over a text. For one thread. */
    private static final class Walk {
        private final PlainText text;
        private final Tokens tokens;
        private final Links links;
        private final List<Figure> numbers = new ArrayList<>(4);

        /** Where the capitals and digits end that were joined last. */
        private int joinedEnd;

        /** The same, if they are one mixture. */
        private int mixtureEnd;

        Walk(PlainText text) {
            this.text = text;
            this.tokens = new Tokens(text);
            this.links = new Links(text);
        }

        List<Figure> numbers() {
            int i = 0;
            while (i < text.length() && numbers.size() <= MOST) {
                char c = text.charAt(i);
                if (c == '@') {
                    i = account(i + 1);
                } else {
                    i = CharForms.isCodeChar(c) ? token(i) : i + 1;
                }
            }
            return numbers;
        }

        private int account(int from) {
            int end = from;
            while (end < text.length() && Links.isHostChar(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private int token(int from) {
            int link = links.endOf(from);
            if (link > from) {
                return link;
            }
            int end = tokens.endOf(from);
            if (from >= joinedEnd) {
                joined(from, end);
            }
            if (tokens.isDigits(from, end)) {
                return digits(from, end);
            }
            int digit = tokens.firstDigit(from, end);
            if (digit < end && from >= mixtureEnd) {
                add(from, end, Kind.MIXTURE);
            }
            if (digit > from && tokens.isDigits(digit, end)) {
                add(digit, end, Kind.AFTER_LETTERS);
            }
            return end;
        }

        // Capitals and digits that hyphens join are one if both are among them: "K7P-2QX".
        private void joined(int from, int firstEnd) {
            int end = firstEnd;
            boolean capital = tokens.isCapital(from, firstEnd);
            while (capital && tokens.isJoint(end)) {
                int next = tokens.endOf(end + 1);
                capital = tokens.isCapital(end + 1, next);
                end = capital ? next : end;
            }
            joinedEnd = end;
            boolean both = tokens.firstDigit(from, end) < end && tokens.letters(from, end) > 0;
            if (end > firstEnd && both && fits(from, end)) {
                add(from, end, Kind.MIXTURE);
                mixtureEnd = end;
            }
        }

        private int digits(int from, int end) {
            if (from < mixtureEnd) {
                if (text.at(from - 1) == '-') {
                    add(from, end, Kind.AFTER_HYPHEN);
                }
                return end;
            }
            NumberChain chain = NumberChain.at(text, from);
            int to = CharForms.isLatin(text.at(chain.to())) ? end : chain.to();
            if (chain.kind() == NumberChain.Kind.PLAIN && text.at(from - 1) != '+') {
                add(from, to, Kind.DIGITS);
            }
            return to;
        }

        private void add(int from, int to, Kind kind) {
            if (fits(from, to)) {
                numbers.add(new Figure(from, to, tokens.signs(from, to), kind));
            }
        }

        private boolean fits(int from, int to) {
            int signs = tokens.signs(from, to);
            return signs >= Shape.FEWEST && signs <= Shape.MOST;
        }
    }
}
