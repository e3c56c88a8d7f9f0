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
        name.add(BrandTrait.AFTER_OTHER_WORD, other && cues != 0);
        name.add(BrandTrait.AFTER_UNKNOWN_WORD, other && cues == 0);
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
        return at;
    }

    // "Zalando's"
    private int withoutEnding(int to) {
        int at = text.at(to) == '\'' && text.at(to + 1) == 's' ? to + 2 : to;
        while (at < text.length() && at - to < MOST_QUOTES && isQuote(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '«' || c == '»';
    }

    private static boolean has(long cues, Cue cue) {
        return (cues & cue.bit()) != 0;
    }
}
