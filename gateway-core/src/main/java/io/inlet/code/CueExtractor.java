package io.inlet.code;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads codes by their looks, by the phrases near them in any of many languages, and by their
 * place: {@code docs/codes.md} tells how. Immutable; lanes share one, and each thread has a
 * notebook of its own.
 */
public final class CueExtractor implements CodeExtractor {
    private final Lexicon lexicon;

    /** Read once, since it is the same for all and large. */
    private static final class Shipped {
        private static @Nullable Lexicon lexicon;

        /** One for each thread; a reading is done with it before the next begins. */
        static final ThreadLocal<Notebook> NOTEBOOK =
                ThreadLocal.withInitial(() -> lexicon().notebook());

        // Not in a static initialiser: what fails there hides its reason from whoever asks next.
        static synchronized Lexicon lexicon() {
            Lexicon read = lexicon;
            if (read == null) {
                read = Lexicon.read();
                lexicon = read;
            }
            return read;
        }
    }

    /**
     * Reads the files of languages, unless one has before.
     *
     * @throws LanguagesRefusedException if there is anything wrong with them
     */
    public CueExtractor() {
        this.lexicon = Shipped.lexicon();
    }

    @Override
    public CodeReading read(String text, String sender) {
        return read(PlainText.of(text), sender);
    }

    CodeReading read(PlainText text, String sender) {
        return analysis(text).reading(sender);
    }

    private Analysis analysis(PlainText text) {
        Notebook notebook =
                text.length() > Notebook.LONGEST ? lexicon.notebook() : Shipped.NOTEBOOK.get();
        Hits hits = lexicon.find(text, notebook);
        notebook.terrain().survey(text, hits);
        return new Analysis(text, hits, notebook.terrain());
    }

    /**
     * Reads one message by a tenant's rules, in time linear in its length, or gives null if none
     * fits. What the rule does not say is read out of the text.
     */
    public @Nullable CodeReading read(CodeRules rules, String text, String sender) {
        return rules.mayFit(sender) ? read(rules, PlainText.of(text), sender) : null;
    }

    @Nullable CodeReading read(CodeRules rules, PlainText text, String sender) {
        CodeRules.Fit fit = rules.find(text, sender);
        return fit == null ? null : analysis(text).reading(fit.code(), fit.said(), sender);
    }

    /** Reads one message and says why, in time linear in its length. */
    public CodeExplanation explain(String text, String sender) {
        Analysis analysis = analysis(PlainText.of(text));
        return new CodeExplanation(
                analysis.reading(sender),
                languages(analysis.languages()),
                analysis.weighed(),
                analysis.passedOver(),
                analysis.named(sender));
    }

    private List<String> languages(LanguageSet set) {
        List<String> all = lexicon.languages();
        return IntStream.range(0, all.size())
                .filter(i -> set.meets(LanguageSet.of(i)))
                .mapToObj(all::get)
                .toList();
    }
}
