package io.inlet.code;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads codes by their looks, by the phrases near them in any of many languages, and by their
 * place: {@code docs/codes.md} tells how. Stateless and immutable; lanes share one.
 */
public final class CueExtractor implements CodeExtractor {
    private final Lexicon lexicon = Shipped.LEXICON;

    /** Read once, since it is the same for all and large. */
    private static final class Shipped {
        static final Lexicon LEXICON = Lexicon.read();
    }

    @Override
    public CodeReading read(String text, String sender) {
        return read(PlainText.of(text), sender);
    }

    CodeReading read(PlainText text, String sender) {
        return new Analysis(text, lexicon.find(text)).reading(sender);
    }

    /** Reads one message and says why, in time linear in its length. */
    public CodeExplanation explain(String text, String sender) {
        PlainText plain = PlainText.of(text);
        Analysis analysis = new Analysis(plain, lexicon.find(plain));
        return new CodeExplanation(
                analysis.reading(sender),
                languages(analysis.languages()),
                analysis.weighed(),
                analysis.passedOver());
    }

    private List<String> languages(LanguageSet set) {
        List<String> all = lexicon.languages();
        return IntStream.range(0, all.size())
                .filter(i -> set.meets(LanguageSet.of(i)))
                .mapToObj(all::get)
                .toList();
    }
}
