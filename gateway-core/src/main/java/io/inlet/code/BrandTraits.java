package io.inlet.code;

import org.jspecify.annotations.Nullable;

/** Says what is true of the names in a text: how they look, what is beside them, where they are. */
final class BrandTraits {
    private static final int EDGE = 5;
    private static final int NEAR = 24;
    private static final int BESIDE = 3;

    /** Characters between an amount and the merchant, at most. */
    private static final int SALE = 40;

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final Verdict code;
    private final Known known;
    private final boolean capitals;
    private final BrandLooks looks;
    private final BrandBeside beside;

    // Most texts have neither brackets nor amounts nor a warning, and need no look around each
    // name.
    private final boolean hasBracket;
    private final boolean hasMoney;

    /** After the price of the message, if it begins with one. */
    private final int start;

    /** A text and its code. */
    record Found(PlainText text, Hits hits, Terrain terrain, Verdict code) {}

    /**
     * What is known of who issued a code besides its text.
     *
     * @param sender the brand that the sender names, or null
     * @param origin the brand that the host names to which the code is bound, or null
     */
    record Known(@Nullable String sender, @Nullable String origin) {}

    /**
     * @param capitals whether the script of the text has capitals
     */
    BrandTraits(Found found, Known known, boolean capitals) {
        this.text = found.text();
        this.hits = found.hits();
        this.terrain = found.terrain();
        this.code = found.code();
        this.known = known;
        this.capitals = capitals;
        this.looks = new BrandLooks(text, hits, capitals);
        this.beside = new BrandBeside(text, hits);
        this.hasBracket = text.mayHaveRare();
        this.hasMoney = hits.has(Cue.MONEY) || text.mayHaveCurrency();
        this.start = BrandEdges.afterPrice(text, hits);
    }

    /** Adds to a name what is true of it. */
    void complete(BrandName name) {
        looks.of(name);
        beside.of(name);
        place(name);
        distance(name);
        role(name);
        together(name);
    }

    private void place(BrandName name) {
        boolean opens = text.isSilent(start, name.from(), EDGE);
        boolean starts = opensSentence(name.from());
        name.add(BrandTrait.OPENS_TEXT, opens);
        name.add(BrandTrait.OPENS_SENTENCE, starts && !opens);
        name.add(BrandTrait.CLOSES_TEXT, text.isSilent(name.to(), text.length(), EDGE));
        name.add(BrandTrait.CAPITAL_AMID, text.isUpper(name.from()) && !starts);
        boolean latin = CharForms.isLatin(text.charAt(name.from()));
        name.add(BrandTrait.FOREIGN_LETTERS, latin && !capitals);
        name.add(BrandTrait.AMONG_BRACKETED, hasBracket && isAmongBracketed(name));
        int end = text.wordEnd(name.from(), name.to());
        name.add(BrandTrait.MINE, end < name.to() && isMine(name.from(), end));
    }

    private void distance(BrandName name) {
        Candidate number = code.candidate();
        boolean before = name.to() <= number.from();
        int from = before ? name.to() : number.to();
        int to = before ? number.from() : name.from();
        int hit = code.naming().hit();
        boolean between = hit >= 0 && before && hits.to(hit) <= name.from();
        name.add(BrandTrait.BEFORE_CODE, before);
        name.add(BrandTrait.WITH_CODE, terrain.sentences(from, to) == 0);
        name.add(BrandTrait.NEAR_CODE, to - from <= NEAR);
        name.add(BrandTrait.RIGHT_BEFORE_CODE, before && to - from <= BESIDE);
        name.add(BrandTrait.BETWEEN_NAME_AND_CODE, between);
    }

    private void role(BrandName name) {
        name.add(BrandTrait.KEEPER, hits.has(Cue.SECRET) && isKeeper(name));
        name.add(BrandTrait.MERCHANT, hasMoney && !introduces(name) && isMerchant(name));
        name.add(BrandTrait.LIKE_SENDER, isAlike(name, known.sender()));
        name.add(BrandTrait.LIKE_ORIGIN, isAlike(name, known.origin()));
    }

    // What two signs say together is more than what each says.
    private void together(BrandName name) {
        boolean opens = name.has(BrandTrait.OPENS_TEXT);
        boolean closes = name.has(BrandTrait.CLOSES_TEXT);
        boolean pointing = isPointing(name);
        boolean line = text.at(name.to()) == '\n';
        boolean title = !name.has(BrandTrait.SENTENCE_LIKE);
        boolean starts = opens || name.has(BrandTrait.OPENS_SENTENCE);
        boolean code = name.has(BrandTrait.BEFORE_CODE_NAME);
        boolean amid = starts && !pointing && !line && !closes && !code;
        boolean slot = code && name.has(BrandTrait.AFTER_LEAD) && name.has(BrandTrait.ONE_WORD);
        name.add(BrandTrait.SLOT, slot);
        name.add(BrandTrait.LOWER_CASE, name.has(BrandTrait.SMALL) && !slot);
        name.add(BrandTrait.INTRODUCES, opens && (pointing || line) && title);
        name.add(BrandTrait.CASELESS_OPENING, opens && (pointing || line) && !capitals);
        name.add(BrandTrait.SIGNS, closes && title && name.has(BrandTrait.CLOSING));
        name.add(BrandTrait.PLAIN_OPENING, amid && name.has(BrandTrait.PLAIN_WORD));
        name.add(BrandTrait.MERCHANT_WITHOUT_CODE, name.has(BrandTrait.MERCHANT) && !code);
    }

    private static boolean introduces(BrandName name) {
        return name.has(BrandTrait.OPENS_TEXT) && isPointing(name);
    }

    private static boolean isPointing(BrandName name) {
        return name.has(BrandTrait.BEFORE_COLON) || name.has(BrandTrait.BEFORE_DASH);
    }

    // "My", "Moj", "Mano": a little word that has a capital without need.
    private boolean isMine(int from, int to) {
        return to > from
                && capitals
                && text.isUpper(from)
                && !opensSentence(from)
                && hits.isPhrase(from, to, Cue.LINK.bit());
    }

    private boolean isAlike(BrandName name, @Nullable String other) {
        return other != null && Senders.isAlike(text.subSequence(name.from(), name.to()), other);
    }

    // "New device (Windows, Leeds)"
    private boolean isAmongBracketed(BrandName name) {
        int open = name.from() - 1;
        while (open >= 0 && name.from() - open < SALE && "().\n!?".indexOf(text.charAt(open)) < 0) {
            open--;
        }
        boolean whole = open == name.from() - 1 && text.at(name.to()) == ')';
        return text.at(open) == '(' && !whole;
    }

    // "Zalando will never ask for it."
    private boolean isKeeper(BrandName name) {
        if (!opensSentence(name.from())) {
            return false;
        }
        for (int i = name.to(); i < Math.min(text.length(), name.to() + SALE); i++) {
            if (hits.starts(i, Cue.SECRET)) {
                return terrain.sentences(name.to(), i) == 0;
            }
        }
        return false;
    }

    // "149,90 EUR at AMAZON": the merchant, not the bank.
    private boolean isMerchant(BrandName name) {
        for (int i = name.from() - 1; i >= Math.max(start, name.from() - SALE); i--) {
            if (isMoney(i)) {
                return terrain.sentences(i, name.from()) == 0;
            }
        }
        for (int i = name.to(); i < Math.min(text.length(), name.to() + SALE); i++) {
            if ((hits.startsAt(i) & Cue.CODES) != 0) {
                return false;
            }
            if (isMoney(i)) {
                return terrain.sentences(name.to(), i) == 0;
            }
        }
        return false;
    }

    private boolean isMoney(int at) {
        return hits.covers(at, Cue.MONEY) || CharForms.isCurrency(text.charAt(at));
    }

    private boolean opensSentence(int from) {
        int at = from - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at < 0 || ".!?\n。！？।؟".indexOf(text.charAt(at)) >= 0;
    }
}
