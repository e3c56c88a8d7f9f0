package io.inlet.code;

import io.inlet.code.CandidateScanner.Masked;
import java.util.ArrayList;
import java.util.List;

/**
 * Words in a text that look like the name of somebody: with capitals, or Latin in another script.
 * For one text and thread.
 */
final class BrandWords {
    private static final long PLAIN_WORDS = Cue.CODES | Cue.BRAND_BEFORE.bit() | Cue.GENERIC.bit();

    private static final long LITTLE =
            Cue.COMMON.bit() | Cue.LINK.bit() | Cue.BRAND_AFTER.bit() | Cue.BRAND_BEFORE.bit();

    private static final int MOST = 24;
    private static final int MOST_WORDS = 5;

    private final PlainText text;
    private final Hits hits;
    private final List<Masked> masked;
    private final boolean latin;

    /** A name from its first character to after its last. */
    record Name(int from, int to) {}

    BrandWords(PlainText text, Hits hits, List<Masked> masked) {
        this.text = text;
        this.hits = hits;
        this.masked = masked;
        this.latin = isLatin();
    }

    // Whether the text is written in a script with capitals.
    private boolean isLatin() {
        int cased = 0;
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.originalAt(i);
            if (Character.isLetter(c)) {
                boolean hasCase = Character.isUpperCase(c) || Character.isLowerCase(c);
                cased += hasCase ? 1 : 0;
                others += hasCase ? 0 : 1;
            }
        }
        return cased > others * 2;
    }

    /** Whether the text is written in a script that has capitals. */
    boolean hasCapitals() {
        return latin;
    }

    List<Name> find() {
        List<Name> names = new ArrayList<>(4);
        int i = 0;
        while (i < text.length() && names.size() < MOST) {
            int end = wordEnd(i);
            if (end == i) {
                i++;
            } else if (isNameWord(i, end)) {
                int to = nameEnd(end);
                names.add(new Name(i, to));
                i = to;
            } else {
                i = end;
            }
        }
        return names;
    }

    private int nameEnd(int first) {
        int end = first;
        for (int words = 1; words < MOST_WORDS; words++) {
            int start = next(end);
            int stop = wordEnd(start);
            if (start == end || stop == start || !isNameWord(start, stop)) {
                return end;
            }
            end = stop;
        }
        return end;
    }

    private int next(int end) {
        if (text.at(end) == ' ' && text.at(end + 1) == '&' && text.at(end + 2) == ' ') {
            return end + 3;
        }
        return text.at(end) == ' ' ? end + 1 : end;
    }

    /** Where the word ends that starts there. */
    int wordEnd(int from) {
        int end = from;
        while (end < text.length() && (isNameChar(text.charAt(end)) || isInner(end, from))) {
            end++;
        }
        return end;
    }

    private boolean isNameChar(char c) {
        return CharForms.isCodeChar(c) || (latin && CharForms.isWordChar(c));
    }

    private boolean isInner(int at, int from) {
        return at > from
                && "'.&-+!".indexOf(text.charAt(at)) >= 0
                && isNameChar(text.at(at + 1))
                && at + 1 < text.length()
                && !(text.charAt(at) == '.' && text.isUpper(at + 1) && at - from > 3)
                && !(text.charAt(at) == '-' && isWordBefore(at + 1));
    }

    // "Zalando-Konto", "Zalando-Code": what follows the hyphen is no part of the name.
    private boolean isWordBefore(int at) {
        return (hits.startsAt(at) & PLAIN_WORDS) != 0;
    }

    private boolean isNameWord(int from, int end) {
        boolean letters = false;
        boolean capital = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            letters |= CharForms.isWordChar(c);
            capital |= text.isUpper(i) && (i == from || latin || CharForms.isLatin(c));
        }
        return capital && letters && !isKnown(from, end);
    }

    /** Whether it is a word that says something else. */
    private boolean isKnown(int from, int end) {
        boolean word = hits.isNoName(from, end) && !isMarkedLittle(from, end);
        return word || isMasked(from, end);
    }

    // "Your Uber code": a little word with a capital amid a sentence is a name.
    private boolean isMarkedLittle(int from, int end) {
        boolean little = (hits.startsAt(from) & hits.endsAt(end) & ~LITTLE) == 0;
        boolean amid =
                text.at(from - 1) == ' '
                        && CharForms.isWordChar(text.at(from - 2))
                        && !text.isUpper(from - 2);
        return little && amid && end - from >= 3 && text.isUpper(from) && !text.isUpper(from + 1);
    }

    // Bounded: only the first numbers of a text are looked at.
    private boolean isMasked(int from, int end) {
        for (int i = 0; i < Math.min(masked.size(), MOST); i++) {
            Masked number = masked.get(i);
            boolean harmless = number.mask() == Mask.SHAPE || number.mask() == Mask.LINK;
            if (number.from() < end && from < number.to() && !harmless) {
                return true;
            }
        }
        return false;
    }
}
