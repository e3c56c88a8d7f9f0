package io.inlet.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many phrases in one pass, whatever the text (Aho and Corasick, 1975). Phrases are added and
 * then linked on one thread; after that any thread may search.
 */
final class PhraseAutomaton {
    private static final int NONE = -1;

    private final List<State> states = new ArrayList<>(List.of(new State()));

    /** Transitions by open hashing: key in the high half, target in the low; 0 is empty. */
    private long[] edges = {};

    private int[] fallbacks = {};
    private int[] phraseStates = {};

    /** A prefix of some phrase. */
    private static final class State {
        final Map<Character, Integer> next = new HashMap<>();
        int fallback;
        int phrase = NONE;
        int phraseState;
    }

    void add(String phrase, int number) {
        int state = 0;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            Integer next = states.get(state).next.get(c);
            if (next == null) {
                next = states.size();
                states.get(state).next.put(c, next);
                states.add(new State());
            }
            state = next;
        }
        states.get(state).phrase = number;
    }

    void link() {
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int number = queue.remove();
            State state = states.get(number);
            state.phraseState =
                    state.phrase == NONE ? states.get(state.fallback).phraseState : number;
            state.next.forEach((c, child) -> {
                states.get(child).fallback = number == 0 ? 0 : follow(state.fallback, c);
                queue.add(child);
            });
        }
        flatten();
    }

    private int follow(int from, char c) {
        int state = from;
        while (state != 0 && !states.get(state).next.containsKey(c)) {
            state = states.get(state).fallback;
        }
        return states.get(state).next.getOrDefault(c, 0);
    }

    // One array, so that a step costs a cache line; and no text can make entries collide that the
    // phrases have not made collide already.
    private void flatten() {
        edges = new long[Integer.highestOneBit(states.size()) * 4];
        fallbacks = states.stream().mapToInt(s -> s.fallback).toArray();
        phraseStates = states.stream().mapToInt(s -> s.phraseState).toArray();
        for (int state = 0; state < states.size(); state++) {
            for (Map.Entry<Character, Integer> edge : states.get(state).next.entrySet()) {
                int key = key(state, edge.getKey());
                int slot = slot(key);
                while (edges[slot] != 0) {
                    slot = (slot + 1) & (edges.length - 1);
                }
                edges[slot] = (long) key << Integer.SIZE | edge.getValue();
            }
        }
    }

    /** The state after one more character. */
    int next(int from, char c) {
        int state = from;
        while (true) {
            int target = target(key(state, c));
            if (target != 0 || state == 0) {
                return target;
            }
            state = fallbacks[state];
        }
    }

    private int target(int key) {
        int slot = slot(key);
        while (edges[slot] != 0) {
            if ((int) (edges[slot] >>> Integer.SIZE) == key) {
                return (int) edges[slot];
            }
            slot = (slot + 1) & (edges.length - 1);
        }
        return 0;
    }

    /** The state of the longest phrase that ends in a state, 0 for none. */
    int phraseState(int state) {
        return phraseStates[state];
    }

    /** The state of the next shorter phrase that ends where this one does, 0 for none. */
    int shorter(int phraseState) {
        return phraseStates[fallbacks[phraseState]];
    }

    /** The number of the phrase of such a state. */
    int phrase(int phraseState) {
        return states.get(phraseState).phrase;
    }

    private static int key(int state, char c) {
        return state << Character.SIZE | c;
    }

    private int slot(int key) {
        int hash = key * 0x9E3779B9;
        return hash >>> Integer.numberOfLeadingZeros(edges.length - 1);
    }
}
