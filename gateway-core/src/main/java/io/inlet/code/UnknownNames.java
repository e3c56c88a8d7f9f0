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
            i = Math.max(end, i + 1);
        }
    }

    // Letters, digits and single spaces that no phrase covers.
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
        return isWithinWord(from) ? from : end;
    }

    // In scripts with spaces a name is made of whole words.
    private boolean isWithinWord(int at) {
        return CharForms.isWordChar(text.at(at - 1)) && CharForms.isWordChar(text.at(at));
    }

    private boolean isFree(int at) {
        char c = text.charAt(at);
        boolean sign = CharForms.isNameSign(c) || CharForms.isWordChar(c);
        boolean inner =
                "'.&-+!".indexOf(c) >= 0
                        && Character.isLetter(text.at(at + 1))
                        && Character.isLetterOrDigit(text.at(at - 1));
        boolean gap = c == ' ' && Character.isLetter(text.at(at + 1));
        return (sign || inner || gap) && !hits.saysElse(at);
    }
}
