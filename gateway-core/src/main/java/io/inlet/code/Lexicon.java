package io.inlet.code;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The phrases of all languages, found in one pass over a text. Immutable; lanes share one. */
final class Lexicon {
    private static final int LENGTH = 0xffff;
    private static final int OPEN_START = 1 << 16;
    private static final int OPEN_END = 1 << 17;
    private static final List<String> NAME_FIRST =
            List.of(
                    "en", "de", "nl", "af", "lb", "sv", "da", "nb", "is", "fi", "et", "tr", "az",
                    "zh", "ja", "ko", "hi", "bn", "ne");

    private final List<String> languages;

    /** What is common to all, and English, of which every language borrows. */
    private final LanguageSet always;

    /** Languages that put a name before what it names: "Zalando code". */
    private final LanguageSet nameFirst;

    private final Phrase[] phrases;
    private final PhraseAutomaton automaton;

    /** Length and openness of each phrase. */
    private final int[] forms;

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
        this.forms = Arrays.stream(this.phrases).mapToInt(Lexicon::form).toArray();
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
            int ending = automaton.phraseState(state);
            if (ending != 0) {
                add(hits, text, ending, i + 1);
            }
        }
        hits.settle(always, nameFirst);
        return hits;
    }

    // Most places where a phrase ends are amid a word; they are passed over by its form alone.
    private void add(Hits hits, PlainText text, int ending, int end) {
        boolean ends = !isJoined(text, end);
        for (int s = ending; s != 0; s = automaton.shorter(s)) {
            int number = automaton.phrase(s);
            int form = forms[number];
            if (ends || (form & OPEN_END) != 0) {
                int from = end - (form & LENGTH);
                boolean starts = !isJoined(text, from);
                if (starts || (form & OPEN_START) != 0) {
                    add(hits, phrases[number], from, end, starts, ends);
                }
            }
        }
    }

    private static void add(
            Hits hits, Phrase phrase, int from, int end, boolean starts, boolean ends) {
        for (int k = 0; k < phrase.senses(); k++) {
            Phrase.Sense sense = phrase.sense(k);
            if ((starts || sense.openStart()) && (ends || sense.openEnd())) {
                hits.add(from, end, sense);
            }
        }
    }

    private static int form(Phrase phrase) {
        return phrase.length()
                | (phrase.opensStart() ? OPEN_START : 0)
                | (phrase.opensEnd() ? OPEN_END : 0);
    }

    private static boolean isJoined(PlainText text, int at) {
        return at > 0
                && at < text.length()
                && CharForms.isWordChar(text.charAt(at - 1))
                && CharForms.isWordChar(text.charAt(at));
    }
}
