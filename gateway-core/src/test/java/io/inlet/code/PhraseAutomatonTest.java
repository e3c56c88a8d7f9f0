package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PhraseAutomatonTest {
    @Test
    void automaton_finds_what_a_plain_search_finds() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            TreeSet<String> phrases = new TreeSet<>();
            for (int i = 0; i < 12; i++) {
                phrases.add(word(random, 1 + random.nextInt(4)));
            }
            String text = word(random, 60);
            List<String> sorted = List.copyOf(phrases);
            PhraseAutomaton automaton = new PhraseAutomaton(sorted);
            assertThat(search(automaton, sorted, text)).isEqualTo(plainly(sorted, text));
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static List<String> search(
            PhraseAutomaton automaton, List<String> phrases, String text) {
        List<String> found = new ArrayList<>();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = automaton.next(state, text.charAt(i));
            for (int s = automaton.phraseState(state); s != 0; s = automaton.shorter(s)) {
                found.add(i + phrases.get(automaton.phrase(s)));
            }
        }
        return found;
    }

    private static List<String> plainly(List<String> phrases, String text) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            for (int length = 4; length > 0; length--) {
                int from = i + 1 - length;
                if (from >= 0 && phrases.contains(text.substring(from, i + 1))) {
                    found.add(i + text.substring(from, i + 1));
                }
            }
        }
        return found;
    }
}
