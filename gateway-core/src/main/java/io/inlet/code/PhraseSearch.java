package io.inlet.code;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds which of a few phrases a text holds, in one pass however many they are, after Aho and
 * Corasick, "Efficient string matching", 1975. Immutable.
 */
final class PhraseSearch {
    private final Node root = new Node();
    private final Map<String, Integer> places = new HashMap<>();
    private int nodes = 1;

    /** The beginning of some phrases. */
    private static final class Node {
        private static final int NO_PHRASE = -1;

        final Map<Character, Node> next = new HashMap<>(2);
        int number;
        int phrase = NO_PHRASE;
        // The longest end of it that begins a phrase; the root's is itself.
        Node shorter = this;
    }

    PhraseSearch(List<String> phrases) {
        phrases.forEach(this::add);
        link();
    }

    /** A line break is a space to a phrase. */
    static char flat(char c) {
        return c == '\n' ? ' ' : c;
    }

    private void add(String phrase) {
        Node node = root;
        for (int i = 0; i < phrase.length(); i++) {
            node = node.next.computeIfAbsent(flat(phrase.charAt(i)), _ -> node());
        }
        int place = places.size();
        node.phrase = Objects.requireNonNullElse(places.putIfAbsent(phrase, place), place);
    }

    private Node node() {
        Node node = new Node();
        node.number = nodes++;
        return node;
    }

    private void link() {
        ArrayDeque<Node> open = new ArrayDeque<>();
        for (Node first : root.next.values()) {
            first.shorter = root;
            open.add(first);
        }
        while (!open.isEmpty()) {
            Node node = open.remove();
            node.next.forEach((c, child) -> {
                child.shorter = step(node.shorter, c);
                open.add(child);
            });
        }
    }

    private Node step(Node from, char c) {
        Node node = from;
        Node next = node.next.get(c);
        while (next == null && node != root) {
            node = node.shorter;
            next = node.next.get(c);
        }
        return next == null ? root : next;
    }

    /** Which phrases a text holds. */
    Found in(PlainText text) {
        BitSet found = new BitSet(places.size());
        BitSet told = new BitSet(nodes);
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, flat(text.charAt(i)));
            // What ends here was told with the node: all in all each is told once.
            for (Node end = node; end != root && !told.get(end.number); end = end.shorter) {
                told.set(end.number);
                if (end.phrase != Node.NO_PHRASE) {
                    found.set(end.phrase);
                }
            }
        }
        return new Found(found);
    }

    /** The phrases that one text holds. */
    final class Found {
        private final BitSet found;

        private Found(BitSet found) {
            this.found = found;
        }

        boolean has(String phrase) {
            return found.get(Objects.requireNonNull(places.get(phrase)));
        }
    }
}
