package io.inlet.code;

/** Says of a name what stands right before and right after it. For one text. */
final class BrandBeside {
    private static final int MOST_QUOTES = 2;

    private final PlainText text;
    private final Hits hits;

    BrandBeside(PlainText text, Hits hits) {
        this.text = text;
        this.hits = hits;
    }

    void of(BrandName name) {
        before(name);
        after(name);
    }

    private void before(BrandName name) {
        int at = withoutQuotes(name.from());
        boolean gap = isGap(text.at(at - 1));
        long cues = hits.endsAt(at) | (gap ? hits.endsAt(at - 1) : 0);
        boolean word = CharForms.isLetter(text.at(gap ? at - 2 : at - 1));
        boolean lead = has(cues, Cue.BRAND_AFTER);
        boolean code = (cues & Cue.CODES) != 0;
        boolean link = has(cues, Cue.LINK);
        boolean other = word && !lead && !code && !link;
        name.add(BrandTrait.AFTER_LEAD, lead);
        name.add(BrandTrait.AFTER_LINK, link && !lead);
        name.add(BrandTrait.AFTER_GREETING, has(cues, Cue.GREETING));
        name.add(BrandTrait.GREETED, isGreeted(name, at));
        name.add(BrandTrait.AFTER_OTHER_WORD, other && cues != 0);
        name.add(BrandTrait.AFTER_UNKNOWN_WORD, other && cues == 0);
    }

    // "Hello, Helen!"
    private boolean isGreeted(BrandName name, int at) {
        char after = text.at(name.to());
        boolean line = after == '\n' || (after == ':' && text.at(name.to() + 1) == '\n');
        boolean comma = text.at(at - 1) == ' ' && text.at(at - 2) == ',';
        long cues = hits.endsAt(at - 1) | (comma ? hits.endsAt(at - 2) : 0);
        return has(cues, Cue.GREETING) && (line || after == '!' || after == ',');
    }

    private void after(BrandName name) {
        int at = withoutEnding(name.to());
        char beside = text.at(at);
        boolean gap = isGap(beside);
        char next = gap ? text.at(at + 1) : beside;
        long cues = hits.startsAt(at) | (gap ? hits.startsAt(at + 1) : 0);
        boolean code = (cues & Cue.CODES) != 0;
        boolean follower = code || has(cues, Cue.BRAND_BEFORE);
        boolean link = has(cues, Cue.LINK);
        boolean other = CharForms.isLetter(next) && !follower && !link;
        name.add(BrandTrait.BEFORE_CODE_NAME, code);
        name.add(BrandTrait.BEFORE_LINK, link && !follower);
        name.add(BrandTrait.BEFORE_SECRET, has(cues, Cue.SECRET));
        name.add(BrandTrait.BEFORE_COLON, beside == ':' || next == ':');
        name.add(BrandTrait.BEFORE_DASH, isDash(at));
        name.add(BrandTrait.BEFORE_NUMBER, Character.isDigit(next));
        name.add(BrandTrait.BEFORE_MASK, beside == '*' || next == '*');
        name.add(BrandTrait.BEFORE_STOP, ".!?,;)。\n".indexOf(beside) >= 0);
        name.add(BrandTrait.BEFORE_OTHER_WORD, other && cues != 0);
        name.add(BrandTrait.BEFORE_UNKNOWN_WORD, other && cues == 0);
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '-';
    }

    private boolean isDash(int at) {
        char later = text.at(at + 1);
        return text.at(at) == '>'
                || text.at(at) == '|'
                || (text.at(at) == ' ' && (later == '-' || later == '|' || later == '>'));
    }

    private int withoutQuotes(int from) {
        int at = from;
        while (at > 0 && from - at < MOST_QUOTES && isQuote(text.charAt(at - 1))) {
            at--;
        }
        return text.at(at - 1) == '*' ? at - 1 : at;
    }

    // "Zalando's"
    private int withoutEnding(int to) {
        int at = text.at(to) == '\'' && text.at(to + 1) == 's' ? to + 2 : to;
        while (at < text.length() && at - to < MOST_QUOTES && isQuote(text.charAt(at))) {
            at++;
        }
        return text.at(at) == '*' && isBold(at) ? at + 1 : at;
    }

    // "*Zalando*", as people and programs write bold letters, and not "Visa *4711".
    private boolean isBold(int star) {
        int at = star - 1;
        while (star - at <= NameList.LONGEST && at >= 0 && text.charAt(at) != '*') {
            at--;
        }
        return text.at(at) == '*' && !CharForms.isCodeChar(text.at(star + 1));
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '«' || c == '»' || c == '_';
    }

    private static boolean has(long cues, Cue cue) {
        return (cues & cue.bit()) != 0;
    }
}
