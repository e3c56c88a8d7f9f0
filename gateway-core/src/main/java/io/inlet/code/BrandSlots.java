package io.inlet.code;

import org.jspecify.annotations.Nullable;

/**
 * Finds a brand by its place alone, where it has no capitals: between "your" and "code", or right
 * after "for". For one text and thread.
 */
final class BrandSlots {
    private static final int LONGEST = 24;
    private static final int LONGEST_SIGNS = 14;
    private static final int OPENING = 5;
    private static final String ENDS = ",.:;!?()[]{}<>\n\"。，、";

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final boolean capitals;

    BrandSlots(PlainText text, Hits hits, Terrain terrain, boolean capitals) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.capitals = capitals;
    }

    @Nullable String of(Verdict code) {
        int hit = code.naming().hit();
        if (hit < 0) {
            return null;
        }
        String before = before(hits.from(hit));
        return before != null || capitals ? before : after(hits.to(hit), code.candidate());
    }

    // Back from the name of the code to the word that a brand follows, or to the beginning.
    private @Nullable String before(int nameStart) {
        int end = text.at(nameStart - 1) == ' ' ? nameStart - 1 : nameStart;
        int at = end - 1;
        while (at >= 0 && end - at <= LONGEST && !isEdge(at)) {
            at--;
        }
        if (end - at > LONGEST) {
            return null;
        }
        boolean opens = at < 0 || (text.charAt(at) == '>' && at < OPENING);
        boolean led = at >= 0 && hits.ends(at + 1, Cue.BRAND_AFTER);
        int from = text.at(at + 1) == ' ' ? at + 2 : at + 1;
        boolean allowed = led || (opens && !capitals);
        return allowed && fits(from, end) ? text.original(from, end) : null;
    }

    // On from the name of the code: "رمز الدخول إلى سوقلي: 4711".
    private @Nullable String after(int nameEnd, Candidate code) {
        int from = nameEnd;
        while (from < code.from() && (text.charAt(from) == ' ' || isLead(from))) {
            from = text.charAt(from) == ' ' ? from + 1 : wordEnd(from);
        }
        boolean led = from > nameEnd + 1 || !CharForms.isWordChar(text.at(from));
        int end = from;
        while (led && end < code.from() && !isEdge(end)) {
            end++;
        }
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        return fits(from, end) ? text.original(from, end) : null;
    }

    private boolean isLead(int from) {
        return hits.isPhrase(from, wordEnd(from), Cue.BRAND_AFTER.bit());
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && CharForms.isWordChar(text.charAt(end))) {
            end++;
        }
        return Math.max(end, from + 1);
    }

    private boolean isEdge(int at) {
        char c = text.charAt(at);
        boolean number =
                CharForms.isDigit(c)
                        && !CharForms.isWordChar(text.at(at + 1))
                        && !CharForms.isWordChar(text.at(at - 1));
        return ENDS.indexOf(c) >= 0 || number || hits.isKnown(at);
    }

    private boolean fits(int from, int end) {
        if (end - from < 2) {
            return false;
        }
        if (!Character.isLetter(text.charAt(from)) && !Character.isLetter(text.at(from + 1))) {
            return false;
        }
        boolean signs = !CharForms.isWordChar(text.charAt(from));
        boolean shown = !capitals || hits.isEnglish() || text.isUpper(from);
        return shown
                && end - from <= (signs ? LONGEST_SIGNS : LONGEST)
                && terrain.sentences(from, end) == 0;
    }
}
