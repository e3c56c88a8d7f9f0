package io.inlet.code;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Room for the edges of a trie in one array (a double array, Aoe 1989): the edge of a node by a
 * character stands at the node's base plus the character. No two nodes have the same base, so that
 * the character alone tells whose the edge is. For one thread.
 */
final class TrieCells {
    /** Bases are above this; they may be less than 0. */
    static final int LOWEST_BASE = -(1 << Character.SIZE);

    private final BitSet used = new BitSet();
    private final BitSet bases = new BitSet();
    private long[] cells = new long[1 << Character.SIZE];
    private int firstFree = 1;

    /** Where the edges of a node by these characters, in ascending order, find free cells. */
    int base(char[] labels) {
        int free = firstFree;
        while (!fits(free - labels[0], labels)) {
            free = used.nextClearBit(free + 1);
        }
        int base = free - labels[0];
        bases.set(base - LOWEST_BASE);
        take(base, labels);
        return base;
    }

    private boolean fits(int base, char[] labels) {
        if (bases.get(base - LOWEST_BASE)) {
            return false;
        }
        for (char label : labels) {
            if (used.get(base + label)) {
                return false;
            }
        }
        return true;
    }

    private void take(int base, char[] labels) {
        for (char label : labels) {
            used.set(base + label);
        }
        firstFree = used.nextClearBit(firstFree);
    }

    /** The root's base is 0: an edge from it stands at its character. */
    void takeRoot(char[] labels) {
        bases.set(-LOWEST_BASE);
        take(0, labels);
    }

    void set(int at, long cell) {
        cells = at < cells.length ? cells : Arrays.copyOf(cells, at * 2);
        cells[at] = cell;
    }

    /** All cells; 0 where no edge stands. */
    long[] all() {
        return Arrays.copyOf(cells, Math.max(used.length(), 1 << Character.SIZE));
    }
}
