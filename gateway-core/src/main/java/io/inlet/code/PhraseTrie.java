package io.inlet.code;

import java.util.List;

/**
 * Finds the phrases that start at a place of a text. A step looks at one place of memory, and what
 * follows after the last character that two phrases share is compared as a whole. Immutable; any
 * thread may search.
 */
final class PhraseTrie {
    // A cell is an edge: its character, where it leads to, flags, and what a phrase says that ends
    // there. It leads to the base of the next edges, or to the rest of the only phrase.
    private static final int TARGET_BITS = 22;
    private static final int TARGET = (1 << TARGET_BITS) - 1;
    private static final int FLAGS = Character.SIZE + TARGET_BITS;
    private static final int MEANING = FLAGS + 3;

    /** Only one phrase goes on there. */
    static final long LEAF = 1L << FLAGS;

    /** A phrase ends there. */
    static final long ENDS = LEAF << 1;

    /** It may end amid a word. */
    static final long OPEN = LEAF << 2;

    private static final long LABEL = Character.MAX_VALUE;
    private static final long ENDS_OPEN = ENDS | OPEN;

    private final long[] cells;

    /** The rest of each phrase that alone goes on, after its length. */
    private final char[] rests;

    /** Takes the phrases that a search finds. */
    interface Finder {
        /** A phrase that says so stands there, and ends amid a word or not. */
        void found(int from, int to, int meaning, boolean amidWord);
    }

    /**
     * A phrase to find.
     *
     * @param text not empty
     * @param meaning where its {@link Senses} begin
     * @param openEnd whether it may end amid a word
     */
    record Entry(String text, int meaning, boolean openEnd) {}

    private PhraseTrie(long[] cells, char[] rests) {
        this.cells = cells;
        this.rests = rests;
    }

    /**
     * @param sorted the phrases, each once, in the natural order of their texts
     */
    static PhraseTrie of(List<Entry> sorted) {
        PhraseTrieBuilder builder = new PhraseTrieBuilder(sorted);
        return new PhraseTrie(builder.cells(), builder.rests());
    }

    /**
     * An edge.
     *
     * @param target a base or a place in {@link #rests}
     * @throws IllegalStateException if there are more phrases than there is room for
     */
    static long cell(char label, int target, long flags, int meaning) {
        long to = (long) target - TrieCells.LOWEST_BASE;
        if (to > TARGET || (long) meaning << MEANING >>> MEANING != meaning) {
            throw new IllegalStateException("the phrases of all languages are too many");
        }
        return label | to << Character.SIZE | flags | (long) meaning << MEANING;
    }

    /** Finds the phrases that start at a place, the shorter first. */
    void find(PlainText text, int from, Finder finder) {
        char c = text.charAt(from);
        int at = from + 1;
        long cell = cells[c];
        while ((cell & (LABEL | LEAF)) == c) {
            char next = text.orEnd(at);
            boolean amidWord = CharForms.areWordChars(c, next);
            if ((cell & (amidWord ? ENDS_OPEN : ENDS)) == (amidWord ? ENDS_OPEN : ENDS)) {
                finder.found(from, at, (int) (cell >>> MEANING), amidWord);
            }
            int edge = target(cell) + next;
            cell = Integer.compareUnsigned(edge, cells.length) < 0 ? cells[edge] : 0;
            c = next;
            at++;
        }
        if ((char) cell == c) {
            findRest(text, from, at, cell, finder);
        }
    }

    private static int target(long cell) {
        return ((int) (cell >>> Character.SIZE) & TARGET) + TrieCells.LOWEST_BASE;
    }

    private void findRest(PlainText text, int from, int at, long cell, Finder finder) {
        int end = endOfRest(text, at, target(cell));
        boolean amidWord = text.isJoined(end);
        if (end != 0 && (!amidWord || (cell & OPEN) != 0)) {
            finder.found(from, end, (int) (cell >>> MEANING), amidWord);
        }
    }

    // Where the rest of a phrase ends that stands there, or 0.
    private int endOfRest(PlainText text, int from, int rest) {
        int end = from + rests[rest];
        if (end > text.length()) {
            return 0;
        }
        for (int i = from; i < end; i++) {
            if (text.charAt(i) != rests[rest + 1 + i - from]) {
                return 0;
            }
        }
        return end;
    }
}
