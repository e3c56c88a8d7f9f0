package io.inlet.code;

/** Where sentences end, counted once, so that any stretch of the text is judged in one step. */
final class Clauses {
    private final int[] ends;
    private final int[] letters;

    Clauses(CharSequence text) {
        int length = text.length();
        ends = new int[length + 1];
        letters = new int[length + 1];
        char c = length == 0 ? ' ' : text.charAt(0);
        for (int i = 0; i < length; i++) {
            char following = i + 1 == length ? ' ' : text.charAt(i + 1);
            ends[i + 1] = ends[i] + (isEnd(c, following) ? 1 : 0);
            letters[i + 1] = letters[i] + (isLetter(c) ? 1 : 0);
            c = following;
        }
    }

    /** Whether a sentence ends between two places, with words before or after its end. */
    boolean isBroken(int from, int to) {
        return to > from && ends[to] > ends[from] && letters[to] > letters[from];
    }

    private static boolean isEnd(char c, char following) {
        return switch (c) {
            case '.' -> !Folded.isCodeChar(following);
            case '!', '?', '。', '！', '？', '؟', '।' -> true;
            default -> false;
        };
    }

    private static boolean isLetter(char c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLetter(c);
    }
}
