package io.inlet.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The phrases of all languages, found in one pass over a text. Immutable; lanes share one. */
final class Lexicon {
    private final List<String> languages;
    private final Tongues tongues;
    private final Senses senses = new Senses();

    /** All phrases, for where a word may begin. */
    private final PhraseTrie whole;

    /** Those that may stand amid a word. */
    private final PhraseTrie inner;

    /** How those begin: passes over most places amid a word. */
    private final PairFilter beginnings = new PairFilter();

    /**
     * What there is to know of the languages.
     *
     * @param count how many there are
     * @param always what is common to all, and English, of which every language borrows
     */
    record Tongues(int count, LanguageSet always) {}

    private Lexicon(List<String> languages, SortedMap<String, Phrase> phrases) {
        this.languages = languages;
        this.tongues = new Tongues(languages.size(), set(List.of("any", "en")));
        this.whole = trie(phrases);
        phrases.values().removeIf(p -> !p.opensStart());
        phrases.keySet().forEach(beginnings::add);
        this.inner = trie(phrases);
        this.senses.trim();
    }

    private LanguageSet set(List<String> tags) {
        return tags.stream()
                .filter(languages::contains)
                .map(t -> LanguageSet.of(languages.indexOf(t)))
                .reduce(LanguageSet.NONE, LanguageSet::with);
    }

    private PhraseTrie trie(SortedMap<String, Phrase> phrases) {
        return PhraseTrie.of(
                phrases.entrySet().stream().map(e -> entry(e.getKey(), e.getValue())).toList());
    }

    private PhraseTrie.Entry entry(String text, Phrase phrase) {
        return new PhraseTrie.Entry(text, senses.meaning(phrase.senses()), phrase.opensEnd());
    }

    /**
     * Reads the shipped files.
     *
     * @throws LanguagesRefusedException if there is anything wrong with them
     */
    static Lexicon read() {
        return without(Set.of());
    }

    /** Reads the shipped files as if they had no phrases of some kinds. */
    static Lexicon without(Set<Cue> kinds) {
        return of(LanguageFile.tags(), kinds);
    }

    /** Reads the files of some languages as if they had no phrases of some kinds. */
    static Lexicon of(List<String> languages, Set<Cue> kinds) {
        if (languages.size() > LanguageSet.MOST) {
            throw new LanguagesRefusedException(
                    List.of(
                            "languages/all.txt names %d languages; %d is the most"
                                    .formatted(languages.size(), LanguageSet.MOST)));
        }
        Filling filling = new Filling(kinds);
        for (int i = 0; i < languages.size(); i++) {
            LanguageFile.read(languages.get(i), LanguageSet.of(i), filling);
        }
        if (!filling.faults.isEmpty()) {
            throw new LanguagesRefusedException(filling.faults);
        }
        return new Lexicon(languages, filling.phrases);
    }

    /** What is read of files, as far as it got. */
    private static final class Filling implements LanguageFile.Reader {
        private final Set<Cue> kindsLeftOut;
        private final SortedMap<String, Phrase> phrases = new TreeMap<>();
        private final List<String> faults = new ArrayList<>();

        Filling(Set<Cue> kindsLeftOut) {
            this.kindsLeftOut = kindsLeftOut;
        }

        @Override
        public void phrase(String plain, Phrase.Sense sense) {
            if (!kindsLeftOut.contains(sense.cue())) {
                phrases.computeIfAbsent(plain, t -> new Phrase()).add(sense);
            }
        }

        @Override
        public void fault(String fault) {
            faults.add(fault);
        }
    }

    List<String> languages() {
        return languages;
    }

    /** Room to note what is found in a text. */
    Notebook notebook() {
        return new Notebook(senses, languages.size());
    }

    /** What all phrases in a text say. */
    Hits find(PlainText text) {
        return find(text, notebook());
    }

    /** What all phrases in a text say; good until the notebook is used again. */
    Hits find(PlainText text, Notebook notebook) {
        Occurrences found = notebook.found();
        found.clear();
        boolean word = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean before = word;
            word = CharForms.isWordChar(c);
            if (!before || !word) {
                found.begins(false);
                whole.find(text, i, found);
            } else if (beginnings.has(c, text.at(i + 1))) {
                found.begins(true);
                inner.find(text, i, found);
            }
        }
        notebook.hits().take(found, text.length(), tongues);
        return notebook.hits();
    }
}
