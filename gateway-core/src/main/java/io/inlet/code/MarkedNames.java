package io.inlet.code;

/** Finds words with capitals, or Latin ones in a text of other letters. For one text and thread. */
final class MarkedNames {
    private static final int MOST_WORDS = 5;
    private static final int LONGEST_NUMBER = 4;
    private static final int LONGEST_BRIDGE = 3;
    private static final long LEADS =
            Cue.LINK.bit() | Cue.BRAND_AFTER.bit() | Cue.COMMON.bit() | Cue.GREETING.bit();

    private final PlainText text;
    private final Hits hits;
    private final boolean capitals;
    private final NameList names;

    // The word that was walked over last: it is asked for again and again.
    private int word = -1;
    private int wordEnd;
    private boolean isWordMarked;

    MarkedNames(PlainText text, Hits hits, boolean capitals, NameList names) {
        this.text = text;
        this.hits = hits;
        this.capitals = capitals;
        this.names = names;
    }

    /** Adds them all. */
    void find() {
        int capital = -1;
        int i = 0;
        while (i < text.length() && !names.isFull()) {
            if (capitals && i > capital) {
                capital = text.nextUpper(i);
                i = startOfRun(i, capital);
            }
            int end = wordEnd(i);
            if (end == i) {
                i++;
            } else {
                i = isMarked(i) ? run(i) : end;
            }
        }
    }

    // Where there are capitals, words without any are passed over at once.
    private int startOfRun(int from, int at) {
        int start = at;
        while (at < text.length() && start > from && text.charAt(start - 1) != ' ') {
            start--;
        }
        return start;
    }

    // All words with capitals from there on, and the parts of them that mean nothing else.
    private int run(int first) {
        int firstEnd = wordEnd(first);
        int end = first;
        int from = -1;
        int words = 0;
        int at = first;
        while (words < MOST_WORDS) {
            int stop = wordEnd(at);
            if (stop == at || !isMarked(at)) {
                break;
            }
            if (isKnown(at, stop)) {
                strict(from, end);
                from = -1;
            } else if (from < 0) {
                from = at;
            }
            end = stop;
            words++;
            at = next(end);
        }
        strict(from, end);
        wide(first, firstEnd, end);
        bridge(from < 0 ? first : from, end);
        return end;
    }

    private void strict(int from, int end) {
        if (from >= 0) {
            names.add(from, end, BrandTrait.MARKED);
            numbered(from, end);
        }
    }

    // Amid a sentence a little word with a capital belongs to the name: "Mi Movistar".
    private void wide(int first, int firstEnd, int end) {
        int from = first;
        int stop = firstEnd;
        while (from < end && !isAmid(first) && isLead(from, stop)) {
            from = next(stop);
            stop = wordEnd(from);
        }
        if (from < end) {
            names.add(from, end, BrandTrait.WIDE);
        }
    }

    private boolean isAmid(int first) {
        return text.at(first - 1) == ' ' && CharForms.isLetterOrDigit(text.at(first - 2));
    }

    private void numbered(int from, int end) {
        int digits = end + 1;
        int stop = digits;
        while (CharForms.isDigit(text.at(stop)) && stop - digits < LONGEST_NUMBER) {
            stop++;
        }
        boolean number = text.at(end) == ' ' && stop > digits && stop - digits < LONGEST_NUMBER;
        if (number && !CharForms.isLetterOrDigit(text.at(stop))) {
            names.add(from, stop, BrandTrait.NUMBERED);
        }
    }

    // "Bank of Ireland", "Caisse d'Epargne"
    private void bridge(int from, int end) {
        int little = next(end);
        int stop = wordEnd(little);
        boolean bridge = little > end && stop > little && stop - little <= LONGEST_BRIDGE;
        int last = bridge ? next(stop) : end;
        if (last > stop && isMarked(last) && !isMarked(little)) {
            names.add(from, wordEnd(last), BrandTrait.BRIDGED);
        }
    }

    private boolean isLead(int from, int end) {
        return (hits.startsAt(from) & hits.endsAt(end) & LEADS) != 0;
    }

    private int next(int end) {
        if (text.at(end) == ' ' && text.at(end + 1) == '&' && text.at(end + 2) == ' ') {
            return end + 3;
        }
        return text.at(end) == ' ' ? end + 1 : end;
    }

    private int wordEnd(int from) {
        if (from != word) {
            walk(from);
        }
        return wordEnd;
    }

    // In one walk where a word ends and whether it has a capital, or is of other letters.
    private void walk(int from) {
        boolean letters = false;
        boolean capital = false;
        int end = from;
        while (end < text.length() && (isNameChar(text.charAt(end)) || isInner(end, from))) {
            char c = text.charAt(end);
            letters |= CharForms.isWordChar(c);
            capital |= text.isUpper(end) && (end == from || capitals || CharForms.isLatin(c));
            end++;
        }
        word = from;
        wordEnd = end;
        isWordMarked = letters && (capital || !capitals);
    }

    private boolean isNameChar(char c) {
        return CharForms.isCodeChar(c) || (capitals && CharForms.isWordChar(c));
    }

    private boolean isInner(int at, int from) {
        return at > from
                && CharForms.joinsName(text.charAt(at))
                && isNameChar(text.at(at + 1))
                && at + 1 < text.length()
                && !(text.charAt(at) == '.' && text.isUpper(at + 1) && at - from > 3)
                && !(text.charAt(at) == '-' && isWord(at + 1));
    }

    // "Zalando-Konto", "Zalando-Code": what follows the hyphen is no part of the name.
    private boolean isWord(int at) {
        long words = Cue.CODES | Cue.BRAND_BEFORE.bit() | Cue.GENERIC.bit();
        return (hits.startsAt(at) & words) != 0;
    }

    private boolean isMarked(int from) {
        int end = wordEnd(from);
        return isWordMarked && !names.isMasked(from, end);
    }

    private boolean isKnown(int from, int end) {
        return hits.isNoName(from, end);
    }
}
