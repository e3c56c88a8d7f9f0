package io.inlet.code;

import java.util.Arrays;

/** What the phrases of one text say. Filled anew for each text, then only read. For one thread. */
final class Hits {
    private static final int FEW = 32;

    /** No phrase is longer. */
    private static final int LONGEST = 80;

    private static final long MAY_BE_NAME =
            Cue.BRAND_PART.bit() | Cue.MONTH.bit() | Cue.SPOKEN.bit() | Cue.SPAN.bit();

    private long[] starts = {};
    private long[] ends = {};
    private long[] covers = {};
    private int length;

    private int[] from = new int[FEW];
    private int[] to = new int[FEW];
    private Cue[] cues = new Cue[FEW];
    private int[] values = new int[FEW];
    private int count;

    private int[] names = new int[FEW / 2];
    private int nameCount;
    private long all;
    private boolean isLanguageKnown;
    private LanguageSet spoken = LanguageSet.NONE;

    /** Takes what is said in the languages that the text is likely in, and sorts out names. */
    void take(Occurrences found, int textLength, Lexicon.Tongues tongues) {
        clear(textLength);
        spoken = found.heard().likeliest();
        isLanguageKnown = found.heard().isKnown();
        found.addTo(this, spoken.with(tongues.always()));
        for (int i = 0; i < count; i++) {
            name(i);
        }
    }

    private void clear(int textLength) {
        length = textLength + 1;
        if (length > starts.length) {
            starts = new long[length + FEW];
            ends = new long[length + FEW];
            covers = new long[length + FEW];
        } else {
            Arrays.fill(starts, 0, length, 0);
            Arrays.fill(ends, 0, length, 0);
            Arrays.fill(covers, 0, length, 0);
        }
        count = 0;
        nameCount = 0;
        all = 0;
    }

    /**
     * Adds a sense; they come by the ends of phrases, the longer of two with the same end first.
     */
    void add(int start, int end, Cue cue, int value) {
        if (count == from.length) {
            grow();
        }
        from[count] = start;
        to[count] = end;
        cues[count] = cue;
        values[count++] = value;
    }

    private void grow() {
        from = Arrays.copyOf(from, count * 2);
        to = Arrays.copyOf(to, count * 2);
        cues = Arrays.copyOf(cues, count * 2);
        values = Arrays.copyOf(values, count * 2);
    }

    /** Notes all that a phrase says. */
    void mark(int start, int end, long bits) {
        all |= bits;
        starts[start] |= bits;
        ends[end] |= bits;
        for (int i = start; i < end; i++) {
            covers[i] |= bits;
        }
    }

    // Of two names one within the other the longer counts, of two in one place the plainer.
    private void name(int hit) {
        Cue cue = cues[hit];
        if (!cue.isName() || isLittle(hit) || isWithinBrand(hit)) {
            return;
        }
        while (nameCount > 0 && isWithin(names[nameCount - 1], hit)) {
            nameCount--;
        }
        if (nameCount > 0 && isWithin(hit, names[nameCount - 1])) {
            int last = names[nameCount - 1];
            if (from[last] == from[hit] && cue.compareTo(cues[last]) < 0) {
                names[nameCount - 1] = hit;
            }
            return;
        }
        if (nameCount > 0 && isTailOf(hit, names[nameCount - 1])) {
            return;
        }
        if (nameCount == names.length) {
            names = Arrays.copyOf(names, nameCount * 2);
        }
        names[nameCount++] = hit;
    }

    // "mobile" in "T-Mobile"
    private boolean isWithinBrand(int hit) {
        boolean inside = covers(from[hit] - 1, Cue.BRAND) || covers(to[hit], Cue.BRAND);
        return inside && covers(from[hit], Cue.BRAND) && covers(to[hit] - 1, Cue.BRAND);
    }

    // "codes" in "Bestätigungscodes", of which "bestätigungscode" is known.
    private boolean isTailOf(int hit, int last) {
        return from[hit] < to[last] && to[last] - from[last] >= to[hit] - from[hit];
    }

    // What also is a little word of the language names no number: Swedish "är" (is) and "år"
    // (year).
    private boolean isLittle(int hit) {
        long little = Cue.LINK.bit() | Cue.COMMON.bit();
        long there = starts[from[hit]] & ends[to[hit]] & little;
        return !cues[hit].isCode() && there != 0 && coversAll(from[hit], to[hit], there);
    }

    private boolean isWithin(int inner, int outer) {
        return from[inner] >= from[outer]
                && to[inner] <= to[outer]
                && (from[inner] != from[outer] || to[inner] != to[outer] || inner > outer);
    }

    int count() {
        return count;
    }

    int from(int hit) {
        return from[hit];
    }

    int to(int hit) {
        return to[hit];
    }

    Cue cue(int hit) {
        return cues[hit];
    }

    int value(int hit) {
        return values[hit];
    }

    /** How many names of codes and other numbers there are, none within another. */
    int names() {
        return nameCount;
    }

    /** The phrase that is the name at an index, from left to right. */
    int nameAt(int index) {
        return names[index];
    }

    boolean starts(int at, Cue cue) {
        return at >= 0 && at < length && (starts[at] & cue.bit()) != 0;
    }

    boolean ends(int at, Cue cue) {
        return at >= 0 && at < length && (ends[at] & cue.bit()) != 0;
    }

    /** The cues of all phrases that end there, as bits. */
    long endsAt(int at) {
        return at >= 0 && at < length ? ends[at] : 0;
    }

    /** The cues of all phrases that start there, as bits. */
    long startsAt(int at) {
        return at >= 0 && at < length ? starts[at] : 0;
    }

    /** Whether a phrase of one of these cues starts within a stretch. */
    boolean startWithin(int start, int end, long cues) {
        for (int i = start; i < end; i++) {
            if ((startsAt(i) & cues) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean covers(int at, Cue cue) {
        return at >= 0 && at < length && (covers[at] & cue.bit()) != 0;
    }

    /** Whether a stretch is a phrase, of one of these cues. */
    boolean isPhrase(int start, int end, long cues) {
        long there = startsAt(start) & endsAt(end) & cues;
        return there != 0 && end - start <= LONGEST && coversAll(start, end, there);
    }

    /**
     * Whether a stretch is a word that says something, and so no name. A word that only leads to
     * names or is part of many may be one.
     */
    boolean isNoName(int start, int end) {
        return isPhrase(start, end, ~MAY_BE_NAME) && !isPhrase(start, end, Cue.BRAND.bit());
    }

    /** Whether any phrase covers a character. */
    boolean isKnown(int at) {
        return covers[at] != 0;
    }

    /** Whether a phrase covers a character that is hardly part of a name. */
    boolean saysElse(int at) {
        return !covers(at, Cue.BRAND) && (covers[at] & ~Cue.BRAND_PART.bit()) != 0;
    }

    /** Whether a phrase covers a character that neither is part of a name nor names a code. */
    boolean saysMore(int at) {
        return saysElse(at) && (covers[at] & ~(Cue.BRAND_PART.bit() | Cue.CODES)) != 0;
    }

    private boolean coversAll(int start, int end, long bits) {
        long all = bits;
        for (int i = start; i < end; i++) {
            all &= covers[i];
        }
        return all != 0;
    }

    /** Whether any of these cues is there. */
    boolean hasAny(long cues) {
        return (all & cues) != 0;
    }

    boolean has(Cue cue) {
        return (all & cue.bit()) != 0;
    }

    /** The languages that the text is likely in; none if it has no phrase of any. */
    LanguageSet languages() {
        return spoken;
    }

    /** Whether little words show that the text is in a language that is known. */
    boolean isLanguageKnown() {
        return isLanguageKnown;
    }
}
