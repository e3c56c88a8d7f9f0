package io.inlet.code;

/**
 * How far two places of a text lie from each other: in letters that say something, in ends of
 * sentences, of lines and of clauses. Counted once, so that any stretch is judged in one step. For
 * one thread.
 */
final class Terrain {
    private static final int LETTER = 2;

    /** A sign of a script that writes a word in one or two. */
    private static final int SIGN = 5;

    private final int[] letters;
    private final int[] sentences;
    private final int[] clauses;
    private final int[] lines;

    Terrain(PlainText text, Hits hits) {
        int length = text.length();
        letters = new int[length + 1];
        sentences = new int[length + 1];
        clauses = new int[length + 1];
        lines = new int[length + 1];
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean silent = hits.covers(i, Cue.LINK);
            letters[i + 1] = letters[i] + (silent ? 0 : weight(c));
            boolean end = isEnd(text, i) && !isAbbreviation(text, hits, i);
            sentences[i + 1] = sentences[i] + (end ? 1 : 0);
            clauses[i + 1] = clauses[i] + (isPause(c) || isGap(text, i) ? 1 : 0);
            boolean line = c == '\n' && text.at(i - 1) != '\n';
            lines[i + 1] = lines[i] + (line ? 1 : 0);
        }
    }

    private static int weight(char c) {
        if (CharForms.isWordChar(c)) {
            return LETTER;
        }
        return c > '\u0e00' && Character.isLetter(c) ? SIGN : CharForms.isDigit(c) ? 1 : 0;
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

    // Thai, Lao and Burmese part clauses by a space, and words by nothing.
    private static boolean isGap(PlainText text, int at) {
        return text.charAt(at) == ' ' && isUnspaced(text.at(at - 1)) && isUnspaced(text.at(at + 1));
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
        return to <= from ? 0 : sentences[to] - sentences[from];
    }

    int clauses(int from, int to) {
        return to <= from ? 0 : clauses[to] - clauses[from];
    }

    int lines(int from, int to) {
        return to <= from ? 0 : lines[to] - lines[from];
    }
}
