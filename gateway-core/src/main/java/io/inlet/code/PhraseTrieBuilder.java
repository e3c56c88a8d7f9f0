package io.inlet.code;

import io.inlet.code.PhraseTrie.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the edges of a {@link PhraseTrie}. For one thread. */
final class PhraseTrieBuilder {
    private final TrieCells cells = new TrieCells();
    private char[] rests = new char[1024];
    private int restCount;

    /** The phrases that go through a node. */
    private record Node(List<Entry> phrases, int depth, int base) {

        /** Whether a phrase ends there; then it is the first. */
        private boolean ends() {
            return phrases.getFirst().text().length() == depth;
        }

        private char label(int phrase) {
            return phrases.get(phrase).text().charAt(depth);
        }
    }

    PhraseTrieBuilder(List<Entry> sorted) {
        if (!sorted.isEmpty()) {
            Node root = new Node(sorted, 0, 0);
            cells.takeRoot(labels(root));
            addEdges(root);
        }
    }

    // Depth first: what follows upon each other in a text lies side by side.
    private void addEdges(Node node) {
        List<Node> deeper = new ArrayList<>();
        int at = node.ends() ? 1 : 0;
        while (at < node.phrases.size()) {
            char label = node.label(at);
            int from = at;
            while (at < node.phrases.size() && node.label(at) == label) {
                at++;
            }
            List<Entry> phrases = node.phrases.subList(from, at);
            cells.set(node.base + label, cell(label, phrases, node.depth + 1, deeper));
        }
        deeper.forEach(this::addEdges);
    }

    private long cell(char label, List<Entry> phrases, int depth, List<Node> deeper) {
        Entry first = phrases.getFirst();
        long open = first.openEnd() ? PhraseTrie.OPEN : 0;
        if (phrases.size() == 1) {
            long flags = PhraseTrie.LEAF | PhraseTrie.ENDS | open;
            return PhraseTrie.cell(label, addRest(first.text(), depth), flags, first.meaning());
        }
        Node node = new Node(phrases, depth, 0);
        Node placed = new Node(phrases, depth, cells.base(labels(node)));
        deeper.add(placed);
        return node.ends()
                ? PhraseTrie.cell(label, placed.base, PhraseTrie.ENDS | open, first.meaning())
                : PhraseTrie.cell(label, placed.base, 0, 0);
    }

    private static char[] labels(Node node) {
        StringBuilder labels = new StringBuilder();
        for (int i = node.ends() ? 1 : 0; i < node.phrases.size(); i++) {
            char label = node.label(i);
            if (labels.isEmpty() || labels.charAt(labels.length() - 1) != label) {
                labels.append(label);
            }
        }
        return labels.toString().toCharArray();
    }

    private int addRest(String phrase, int depth) {
        int rest = restCount;
        int length = phrase.length() - depth;
        int end = rest + 1 + length;
        rests = end <= rests.length ? rests : Arrays.copyOf(rests, end * 2);
        rests[rest] = (char) length;
        phrase.getChars(depth, phrase.length(), rests, rest + 1);
        restCount = end;
        return rest;
    }

    long[] cells() {
        return cells.all();
    }

    char[] rests() {
        return Arrays.copyOf(rests, restCount);
    }
}
