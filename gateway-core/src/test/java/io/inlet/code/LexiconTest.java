package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LexiconTest {
    private static Lexicon lexicon;

    // Not in a static initialiser: a fault in a file is told, and not where a class failed.
    @BeforeAll
    static void files_of_languages_have_no_fault() {
        lexicon = Lexicon.read();
    }

    private static List<Cue> names(String text) {
        Hits hits = lexicon.find(PlainText.of(text));
        List<Cue> names = new ArrayList<>();
        for (int i = 0; i < hits.names(); i++) {
            names.add(hits.cue(hits.nameAt(i)));
        }
        return names;
    }

    @Test
    void longest_phrase_hides_what_lies_within_it() {
        assertThat(names("your promo code")).containsExactly(Cue.PROMO);
        assertThat(names("your verification code")).containsExactly(Cue.ONE_TIME_CODE);
        assertThat(names("your code")).containsExactly(Cue.CODE);
    }

    @Test
    void phrase_is_whole_words_unless_a_star_opens_it() {
        assertThat(names("the decoder and the unpinned")).isEmpty();
        assertThat(names("Geben Sie die Bestätigungscodes ein")).containsExactly(Cue.ONE_TIME_CODE);
        assertThat(names("your code270415min")).containsExactly(Cue.CODE);
    }

    @Test
    void phrase_is_found_anywhere_in_scripts_without_spaces() {
        assertThat(names("您的验证码为")).containsExactly(Cue.ONE_TIME_CODE);
    }

    @Test
    void case_accents_and_width_do_not_matter() {
        assertThat(names("SU CÓDIGO DE VERIFICACIÓN ES")).containsExactly(Cue.ONE_TIME_CODE);
        assertThat(names("ＯＴＰ")).containsExactly(Cue.ONE_TIME_CODE);
    }

    @Test
    void phrase_counts_only_in_a_language_that_the_text_is_in() {
        assertThat(names("A sua senha é esta")).containsExactly(Cue.CODE);
        assertThat(names("We will meet Mrs Senha at the station with her friends")).isEmpty();
    }

    @Test
    void language_is_known_by_its_words() {
        Hits hits = lexicon.find(PlainText.of("Der Bus und die Bahn fahren heute nicht"));
        LanguageSet german = LanguageSet.of(lexicon.languages().indexOf("de"));
        assertThat(hits.languages()).isEqualTo(german);
        assertThat(hits.isLanguageKnown()).isTrue();
        assertThat(lexicon.find(PlainText.of("qxwz vvkpt")).isLanguageKnown()).isFalse();
    }

    @Test
    void kinds_left_out_are_not_found() {
        Lexicon nameless = Lexicon.without(Set.of(Cue.ONE_TIME_CODE, Cue.CODE));
        Hits hits = nameless.find(PlainText.of("Your verification code is 482913"));
        assertThat(hits.hasAny(Cue.CODES)).isFalse();
        assertThat(hits.has(Cue.LINK)).isTrue();
    }

    @Test
    void notebook_used_again_keeps_nothing_of_the_text_before() {
        PlainText text = PlainText.of("Your code is 482913");
        Notebook used = lexicon.notebook();
        lexicon.find(
                PlainText.of("Il tuo codice di verifica scade tra 5 minuti. ".repeat(9)), used);
        assertThat(notes(lexicon.find(text, used), text))
                .isEqualTo(notes(lexicon.find(text), text));
    }

    private static List<String> notes(Hits hits, PlainText text) {
        List<String> notes = new ArrayList<>();
        notes.add(hits.languages() + " " + hits.isLanguageKnown() + " " + hits.names());
        for (int i = 0; i < hits.count(); i++) {
            notes.add(hits.from(i) + " " + hits.to(i) + " " + hits.cue(i));
        }
        for (int i = 0; i <= text.length(); i++) {
            notes.add(hits.startsAt(i) + " " + hits.endsAt(i) + " " + hits.covers(i, Cue.COMMON));
        }
        return notes;
    }

    @Test
    void all_faults_of_all_files_are_named_at_once() {
        List<String> wrong = List.of("wrong-kind", "wrong-star", "wrong-count", "nowhere");
        assertThatThrownBy(() -> Lexicon.of(wrong, Set.of()))
                .isInstanceOf(LanguagesRefusedException.class)
                .hasMessage(
                        """
                        the files of languages have 7 faults:
                          languages/wrong-kind.txt, line 2, has the unknown kind 'cod'
                          languages/wrong-kind.txt, line 4, has no kind; write 'kind: phrase, phrase'
                          languages/wrong-star.txt, line 1, has the phrase 'a*b', which is empty or has a star inside
                          languages/wrong-star.txt, line 1, has the phrase '', which is empty or has a star inside
                          languages/wrong-count.txt, line 1, says no number for 'ten'; write 'ten=10'
                          languages/wrong-count.txt, line 1, has 'x' where a number belongs
                          languages/nowhere.txt is missing; languages/all.txt names it\
                        """);
    }
}
