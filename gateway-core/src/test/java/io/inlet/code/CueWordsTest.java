package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CueWordsTest {
    private static List<Cue> cues(String text) {
        return CueWords.read().find(Folded.of(text)).stream().map(Hit::cue).toList();
    }

    @Test
    void longest_phrase_hides_what_lies_within_it() {
        assertThat(cues("promo code")).containsExactly(Cue.PROMO);
        assertThat(cues("Verification code")).containsExactly(Cue.OTP);
        assertThat(cues("code")).containsExactly(Cue.CODE);
    }

    @Test
    void phrase_is_whole_words_unless_it_is_open() {
        assertThat(cues("decoder codes pinned")).containsExactly(Cue.CODE);
        assertThat(cues("Bestätigungscodes")).containsExactly(Cue.OTP);
        assertThat(cues("code270415min")).containsExactly(Cue.CODE, Cue.MINUTE);
    }

    @Test
    void case_accents_and_width_do_not_matter() {
        assertThat(cues("CÓDIGO DE VERIFICACIÓN")).containsExactly(Cue.OTP);
        assertThat(cues("ＯＴＰ")).containsExactly(Cue.OTP);
    }

    @Test
    void automaton_finds_what_a_plain_search_finds() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            PhraseAutomaton automaton = new PhraseAutomaton();
            List<String> phrases = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String phrase = word(random, 1 + random.nextInt(4));
                if (!phrases.contains(phrase)) {
                    automaton.add(phrase, phrases.size());
                    phrases.add(phrase);
                }
            }
            automaton.link();
            String text = word(random, 60);
            assertThat(search(automaton, phrases, text)).isEqualTo(plainly(phrases, text));
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
