package io.inlet.code;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The phrases of all languages, found in one pass over a text. Immutable; lanes share one. */
final class Lexicon {
    private static final List<String> NAME_FIRST =
            List.of(
                    "en", "de", "nl", "af", "lb", "sv", "da", "nb", "is", "fi", "et", "hu", "tr",
                    "az", "zh", "ja", "ko", "hi", "bn", "ne");

    private final List<String> languages;

    /** What is common to all, and English, of which every language borrows. */
    private final LanguageSet always;

    /** Languages that put a name before what it names: "Zalando code". */
    private final LanguageSet nameFirst;

    private final Phrase[] phrases;
    private final PhraseAutomaton automaton;

    private Lexicon(List<String> languages, SortedMap<String, Phrase> phrases) {
        this.languages = languages;
        this.always =
                LanguageSet.of(languages.indexOf("any"))
                        .with(LanguageSet.of(languages.indexOf("en")));
        LanguageSet first = LanguageSet.NONE;
        for (String tag : NAME_FIRST) {
            if (languages.contains(tag)) {
                first = first.with(LanguageSet.of(languages.indexOf(tag)));
            }
        }
        this.nameFirst = first;
        this.phrases = phrases.values().toArray(Phrase[]::new);
        this.automaton = new PhraseAutomaton(List.copyOf(phrases.keySet()));
    }

    /** Reads the shipped files. */
    static Lexicon read() {
        List<String> languages = LanguageFile.tags();
        if (languages.size() > LanguageSet.MOST) {
            throw new IllegalStateException(
                    "at most " + LanguageSet.MOST + " languages fit in a set");
        }
        SortedMap<String, Phrase> phrases = new TreeMap<>();
        for (int i = 0; i < languages.size(); i++) {
            LanguageFile.read(
                    languages.get(i),
                    LanguageSet.of(i),
                    (text, sense) ->
                            phrases.computeIfAbsent(text, t -> new Phrase(t.length())).add(sense));
        }
        return new Lexicon(languages, phrases);
    }

    List<String> languages() {
        return languages;
    }

    /** All phrases in a text. */
    Hits find(PlainText text) {
        Hits hits = new Hits(text.length(), languages.size());
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = automaton.next(state, text.charAt(i));
            int end = i + 1;
            boolean ends = !isJoined(text, end);
            for (int s = automaton.phraseState(state); s != 0; s = automaton.shorter(s)) {
                Phrase phrase = phrases[automaton.phrase(s)];
                int from = end - phrase.length();
                add(hits, phrase, from, end, !isJoined(text, from), ends);
            }
        }
        hits.settle(always, nameFirst);
        return hits;
    }

    private static void add(
            Hits hits, Phrase phrase, int from, int end, boolean starts, boolean ends) {
        List<Phrase.Sense> senses = phrase.senses();
        for (int k = 0; k < senses.size(); k++) {
            Phrase.Sense sense = senses.get(k);
            if ((starts || sense.openStart()) && (ends || sense.openEnd())) {
                hits.add(from, end, sense);
            }
        }
    }

    private static boolean isJoined(PlainText text, int at) {
        return at > 0
                && at < text.length()
                && CharForms.isWordChar(text.charAt(at - 1))
                && CharForms.isWordChar(text.charAt(at));
    }
}
