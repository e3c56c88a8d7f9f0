package io.inlet.code;

/** Finds words that no file knows, whatever they look like. For one text and thread. */
final class UnknownNames {
    private final PlainText text;
    private final Hits hits;
    private final NameList names;

    UnknownNames(PlainText text, Hits hits, NameList names) {
        this.text = text;
        this.hits = hits;
        this.names = names;
    }

    /** Adds them all. */
    void find() {
        int i = 0;
        while (i < text.length() && !names.isFull()) {
            int end = unknownEnd(i);
            if (end > i) {
                names.add(i, end, BrandTrait.UNKNOWN);
            }
            i = nextStart(Math.max(end, i + 1));
        }
    }

    // The next place that is not amid a word.
    private int nextStart(int from) {
        int at = from;
        boolean within = CharForms.isWordChar(text.at(at - 1));
        while (within && at < text.length()) {
            within = CharForms.isWordChar(text.charAt(at));
            at += within ? 1 : 0;
        }
        return at;
    }

    // Letters, digits and single spaces that no phrase covers. In scripts with spaces a name is
    // made
    // of whole words: asked before, lest each letter of a long word walks over the rest of it.
    private int unknownEnd(int from) {
        if (!isFree(from) || text.charAt(from) == ' ') {
            return from;
        }
        int end = from;
        int at = from;
        while (at < text.length() && at - from <= NameList.LONGEST && isFree(at)) {
            at++;
            char last = text.charAt(at - 1);
            end = last == ' ' || last == '.' || isWithinWord(at) ? end : at;
        }
        return end;
    }

    private boolean isWithinWord(int at) {
        return CharForms.isWordChar(text.at(at - 1)) && CharForms.isWordChar(text.at(at));
    }

    private boolean isFree(int at) {
        char c = text.charAt(at);
        return (CharForms.isNameSign(c) || isBetween(c, at)) && !hits.saysElse(at);
    }

    private boolean isBetween(char c, int at) {
        boolean inner = CharForms.joinsName(c) && CharForms.isLetterOrDigit(text.at(at - 1));
        return (inner || c == ' ') && CharForms.isLetter(text.at(at + 1));
    }
}
