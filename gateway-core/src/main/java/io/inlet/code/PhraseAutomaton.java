package io.inlet.code;

import java.util.Arrays;
import java.util.List;

/**
 * Finds many phrases in one pass, whatever the text (Aho and Corasick, 1975). States are numbered
 * breadth first, so that the children of one stand side by side and need no table of targets.
 * Immutable; any thread may search.
 */
final class PhraseAutomaton {
    private static final int NONE = -1;

    private final int[] rootChildren = new int[1 << Character.SIZE];

    /** The character that leads to a state. */
    private char[] labels = new char[1024];

    /** The first child of each state; the children of the next state begin where its own end. */
    private int[] children = new int[1024];

    private int[] fallbacks = new int[1024];
    private int[] phraseOf = new int[1024];
    private int[] phraseStates = new int[1024];

    // Only while states are made: which phrases go through a state, and how deep it lies.
    private int[] firsts = new int[1024];
    private int[] lasts = new int[1024];
    private int[] depths = new int[1024];
    private int count;

    /**
     * @param sorted the phrases, each once, in their natural order; none is empty
     */
    PhraseAutomaton(List<String> sorted) {
        add('\0', 0, sorted.size(), 0);
        for (int state = 0; state < count; state++) {
            children[state] = count;
            addChildren(state, sorted);
        }
        grow();
        children[count] = count;
        for (int child = children[0]; child < children[1]; child++) {
            rootChildren[labels[child]] = child;
        }
        link();
        trim();
    }

    private void addChildren(int state, List<String> phrases) {
        int depth = depths[state];
        int at = firsts[state];
        if (at < lasts[state] && phrases.get(at).length() == depth) {
            phraseOf[state] = at++;
        }
        while (at < lasts[state]) {
            char label = phrases.get(at).charAt(depth);
            int from = at;
            while (at < lasts[state] && phrases.get(at).charAt(depth) == label) {
                at++;
            }
            add(label, from, at, depth + 1);
        }
    }

    private void add(char label, int first, int last, int depth) {
        grow();
        labels[count] = label;
        phraseOf[count] = NONE;
        firsts[count] = first;
        lasts[count] = last;
        depths[count++] = depth;
    }

    private void grow() {
        if (count + 1 >= labels.length) {
            int size = labels.length * 2;
            labels = Arrays.copyOf(labels, size);
            children = Arrays.copyOf(children, size);
            fallbacks = Arrays.copyOf(fallbacks, size);
            phraseOf = Arrays.copyOf(phraseOf, size);
            phraseStates = Arrays.copyOf(phraseStates, size);
            firsts = Arrays.copyOf(firsts, size);
            lasts = Arrays.copyOf(lasts, size);
            depths = Arrays.copyOf(depths, size);
        }
    }

    // A state's fallback is shorter than the state, so breadth first it is known before it is
    // asked.
    private void link() {
        for (int state = 0; state < count; state++) {
            boolean ends = phraseOf[state] != NONE;
            phraseStates[state] = ends ? state : state == 0 ? 0 : phraseStates[fallbacks[state]];
            for (int child = children[state]; child < children[state + 1]; child++) {
                fallbacks[child] = state == 0 ? 0 : next(fallbacks[state], labels[child]);
            }
        }
    }

    private void trim() {
        labels = Arrays.copyOf(labels, count);
        children = Arrays.copyOf(children, count + 1);
        fallbacks = Arrays.copyOf(fallbacks, count);
        phraseOf = Arrays.copyOf(phraseOf, count);
        phraseStates = Arrays.copyOf(phraseStates, count);
        firsts = new int[0];
        lasts = new int[0];
        depths = new int[0];
    }

    /** The state after one more character. */
    int next(int from, char c) {
        int state = from;
        while (state != 0) {
            int child = child(state, c);
            if (child != 0) {
                return child;
            }
            state = fallbacks[state];
        }
        return rootChildren[c];
    }

    private int child(int state, char c) {
        int low = children[state];
        int end = children[state + 1];
        int high = end - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (labels[middle] < c) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < end && labels[low] == c ? low : 0;
    }

    /** The state of the longest phrase that ends in a state, 0 for none. */
    int phraseState(int state) {
        return phraseStates[state];
    }

    /** The state of the next shorter phrase that ends where this one does, 0 for none. */
    int shorter(int phraseState) {
        return phraseStates[fallbacks[phraseState]];
    }

    /** The number of the phrase of such a state, in the order in which they were given. */
    int phrase(int phraseState) {
        return phraseOf[phraseState];
    }

    /** How many states there are. */
    int size() {
        return count;
    }
}
