package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.PhraseTrie.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseTrieTest {
    private static final String LETTERS = "abc я验";

    @Test
    void trie_finds_what_a_plain_search_finds() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            TreeSet<String> phrases = new TreeSet<>();
            for (int i = 0; i < 12; i++) {
                phrases.add(word(random, 1 + random.nextInt(4)));
            }
            PlainText text = PlainText.of(word(random, 60));
            List<String> sorted = List.copyOf(phrases);
            assertThat(search(sorted, true, text)).isEqualTo(plainly(sorted, true, text));
            assertThat(search(sorted, false, text)).isEqualTo(plainly(sorted, false, text));
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private static List<String> search(List<String> phrases, boolean openEnd, PlainText text) {
        List<String> found = new ArrayList<>();
        PhraseTrie trie =
                PhraseTrie.of(
                        IntStream.range(0, phrases.size())
                                .mapToObj(i -> new Entry(phrases.get(i), i, openEnd))
                                .toList());
        for (int i = 0; i < text.length(); i++) {
            trie.find(
                    text,
                    i,
                    (from, to, meaning, amidWord) -> found.add(from + phrases.get(meaning)));
        }
        return found;
    }

    private static List<String> plainly(List<String> phrases, boolean openEnd, PlainText text) {
        List<String> found = new ArrayList<>();
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; to <= Math.min(text.length(), from + 4); to++) {
                boolean ends = openEnd || !text.isJoined(to);
                if (ends && phrases.contains(text.subSequence(from, to))) {
                    found.add(from + text.subSequence(from, to));
                }
            }
        }
        return found;
    }

    @Test
    void trie_of_no_phrases_finds_none() {
        assertThat(search(List.of(), true, PlainText.of("code"))).isEmpty();
    }
}
