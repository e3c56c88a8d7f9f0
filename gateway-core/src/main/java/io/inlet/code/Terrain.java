package io.inlet.code;

/**
 * How far two places of a text lie from each other: in letters that say something, in ends of
 * sentences, of lines and of clauses. Counted once for each text, so that any stretch is judged in
 * one step. For one thread.
 */
final class Terrain {
    private static final int SPARE = 32;

    /** Bits enough to count in any text of a message. */
    private static final int FIELD = 21;

    private static final long LINE = 1;
    private static final long CLAUSE = LINE << FIELD;
    private static final long SENTENCE = CLAUSE << FIELD;

    private int[] letters = {};

    /** Ends of sentences, of clauses and of lines, each in {@link #FIELD} bits. */
    private long[] breaks = {};

    /** Walks over a text. */
    void survey(PlainText text, Hits hits) {
        int length = text.length();
        if (length >= letters.length) {
            letters = new int[length + SPARE];
            breaks = new long[length + SPARE];
        }
        int weight = 0;
        long passed = 0;
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            weight += hits.covers(i, Cue.LINK) ? 0 : CharForms.weight(c);
            if (CharForms.isMark(c)) {
                passed += breaks(text, hits, i);
            } else if (isUnspaced(before)) {
                passed += gap(text, i);
            }
            letters[i + 1] = weight;
            breaks[i + 1] = passed;
            before = c;
        }
    }

    private static long breaks(PlainText text, Hits hits, int at) {
        char c = text.charAt(at);
        boolean line = c == '\n' && text.at(at - 1) != '\n';
        return (isEnd(text, at) && !isAbbreviation(text, hits, at) ? SENTENCE : 0)
                + (isPause(c) ? CLAUSE : 0)
                + (line ? LINE : 0);
    }

    private static boolean isEnd(PlainText text, int at) {
        return switch (text.charAt(at)) {
            case '.' ->
                    !CharForms.isCodeChar(text.at(at + 1))
                            || (text.isUpper(at + 1) && !text.isUpper(at - 1));
            case '!', '?', '。', '।', '॥', '።', '։', '…' -> true;
            default -> false;
        };
    }

    // "no. 4711", "n. 4711"
    private static boolean isAbbreviation(PlainText text, Hits hits, int at) {
        boolean single =
                CharForms.isWordChar(text.at(at - 1)) && !CharForms.isWordChar(text.at(at - 2));
        return text.charAt(at) == '.'
                && (hits.covers(at, Cue.NUMBER) || hits.covers(at, Cue.LINK) || single);
    }

    // Thai, Lao and Burmese part clauses by a space, and words by nothing. Asked after one of them.
    private static long gap(PlainText text, int at) {
        return text.charAt(at) == ' ' && isUnspaced(text.at(at + 1)) ? CLAUSE : 0;
    }

    private static boolean isUnspaced(char c) {
        return (c >= '\u0e00' && c <= '\u0eff') || (c >= '\u1000' && c <= '\u109f');
    }

    private static boolean isPause(char c) {
        return c == ',' || c == ';' || c == '、' || c == '(' || c == ')' || c == '\n' || c == '፣'
                || c == '|';
    }

    /** Letters that say something between two places; a Latin letter counts 2. */
    int letters(int from, int to) {
        return to <= from ? 0 : letters[to] - letters[from];
    }

    /** Ends of sentences between two places. */
    int sentences(int from, int to) {
        return breaks(from, to, SENTENCE);
    }

    int clauses(int from, int to) {
        return breaks(from, to, CLAUSE);
    }

    int lines(int from, int to) {
        return breaks(from, to, LINE);
    }

    private int breaks(int from, int to, long one) {
        return to <= from ? 0 : (int) ((breaks[to] - breaks[from]) / one) & (int) (CLAUSE - 1);
    }
}
