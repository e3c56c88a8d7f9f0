package io.inlet.code;

import org.jspecify.annotations.Nullable;

/**
 * Finds a brand by its place alone, where it has no capitals: between "your" and "code", or right
 * after "for". For one text and thread.
 */
final class BrandSlots {
    private static final int LONGEST = 24;
    private static final int LONGEST_SIGNS = 8;
    private static final String ENDS = ",.:;!?()[]{}<>\n\"。，、";

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;

    BrandSlots(PlainText text, Hits hits, Terrain terrain) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
    }

    @Nullable String of(Verdict code) {
        int hit = code.naming().hit();
        if (hit < 0) {
            return null;
        }
        String before = before(hits.from(hit));
        return before == null ? null : before;
    }

    // Back from the name of the code to the word that a brand follows.
    private @Nullable String before(int nameStart) {
        int end = text.at(nameStart - 1) == ' ' ? nameStart - 1 : nameStart;
        int most = Math.max(0, end - LONGEST);
        for (int at = end - 1; at >= most; at--) {
            char c = text.charAt(at);
            if (ENDS.indexOf(c) >= 0
                    || (CharForms.isDigit(c) && CharForms.isSpace(text.at(at - 1)))
                    || isKnown(at)) {
                boolean led = hits.ends(at + 1, Cue.BRAND_AFTER);
                int from = text.at(at + 1) == ' ' ? at + 2 : at + 1;
                return led && fits(from, end) ? text.original(from, end) : null;
            }
        }
        return most == 0 && fits(0, end) && !CharForms.isWordChar(text.at(0))
                ? text.original(0, end).strip()
                : null;
    }

    private boolean isKnown(int at) {
        return hits.isKnown(at);
    }

    private boolean fits(int from, int end) {
        boolean signs = end > from && !CharForms.isWordChar(text.charAt(from));
        return (signs || hits.isEnglish() || text.isUpper(from))
                && end - from >= 2
                && end - from <= (signs ? LONGEST_SIGNS : LONGEST)
                && terrain.sentences(from, end) == 0;
    }
}
