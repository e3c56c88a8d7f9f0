package io.inlet.code;

import io.inlet.code.BrandWords.Name;

/** Weighs whether a name in a text is that of who issued its code. For one text and thread. */
final class BrandSigns {
    private static final long FOLLOWS = Cue.CODES | Cue.BRAND_BEFORE.bit();
    private static final int OPENING = 5;

    /** Characters between an amount and the merchant, at most. */
    private static final int SALE = 40;

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final Candidate code;

    BrandSigns(PlainText text, Hits hits, Terrain terrain, Verdict verdict) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.code = verdict.candidate();
    }

    /** Whether it may be a brand at all: no part of the code, and not only "bank" or "pay". */
    boolean isPossible(Name name) {
        return name.to() - name.from() >= 2 && !overlapsCode(name) && !isAllPart(name);
    }

    private boolean overlapsCode(Name name) {
        return name.from() < code.to() && code.from() < name.to();
    }

    private boolean isAllPart(Name name) {
        for (int i = name.from(); i < name.to(); i++) {
            if (text.charAt(i) != ' ' && !hits.covers(i, Cue.BRAND_PART)) {
                return false;
            }
        }
        return true;
    }

    double weigh(Name name, boolean capitals) {
        if (isPerson(name) || isAmongNumbers(name)) {
            return 0;
        }
        double weight = capitals ? 0 : 2;
        long before = cuesBefore(name.from());
        long after = cuesAfter(name.to());
        boolean leads = text.isSilent(0, name.from(), OPENING);
        weight += (before & Cue.BRAND_AFTER.bit()) != 0 ? 3 : 0;
        weight += (before & Cue.CODES) != 0 ? 2.5 : 0;
        weight += (after & Cue.CODES) != 0 ? 3 : (after & FOLLOWS) != 0 ? 2.5 : 0;
        weight += leads && isIntroduced(name.to()) ? 5 : 0;
        weight += signs(name) ? 3 : 0;
        weight += isInside(name) ? 0.5 : 0;
        weight += isNearCode(name) ? 1 : 0;
        weight += name.to() <= code.from() && code.from() - name.to() <= 3 ? 1 : 0;
        weight += isKeeper(name) ? 2.5 : 0;
        weight -= opensSentence(name) && !leads ? 1 : 0;
        weight -= opensSentence(name) && !hits.isNameFirst() && isPlain(name) ? 2 : 0;
        weight -= isMerchant(name) ? 3 : 0;
        return weight;
    }

    private boolean isNearCode(Name name) {
        boolean before = name.to() <= code.from();
        int from = before ? name.to() : code.to();
        int to = before ? code.from() : name.from();
        return terrain.sentences(from, to) == 0;
    }

    // "Zalando: your code", "Zalando - code", "Zalando> code".
    private boolean isIntroduced(int to) {
        char next = text.at(to);
        char later = text.at(to + 1);
        return next == ':'
                || next == '>'
                || next == '|'
                || next == '\n'
                || (next == ' ' && (later == '-' || later == ':' || later == '|' || later == '>'));
    }

    // A name alone at the end, after a dash, a line or a sentence.
    private boolean signs(Name name) {
        if (!text.isSilent(name.to(), text.length(), OPENING)) {
            return false;
        }
        int at = name.from() - 1;
        while (at > 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at > 0 && "-\n.!?|~।。".indexOf(text.charAt(at)) >= 0;
    }

    private boolean isPerson(Name name) {
        return hits.ends(name.from() - 1, Cue.GREETING)
                || hits.ends(name.from(), Cue.GREETING)
                || hits.starts(name.from(), Cue.GREETING);
    }

    // After "card", "account" or "ref" stands no brand.
    private boolean isAmongNumbers(Name name) {
        long before = cuesBefore(name.from());
        boolean numbered = (before & (Cue.TAIL.bit() | Cue.CALL.bit())) != 0;
        boolean reference =
                text.at(name.from() - 1) == ' '
                        && text.at(name.from() - 2) == ':'
                        && hits.ends(name.from() - 2, Cue.NUMBER);
        return numbered || reference;
    }

    // One word with one capital, where every sentence begins with one.
    private boolean isPlain(Name name) {
        for (int i = name.from() + 1; i < name.to(); i++) {
            if (text.isUpper(i) || !CharForms.isWordChar(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    // "Zalando will never ask for it."
    private boolean isKeeper(Name name) {
        for (int i = name.to(); i < Math.min(text.length(), name.to() + SALE); i++) {
            if (hits.starts(i, Cue.SECRET)) {
                return opensSentence(name) && terrain.sentences(name.to(), i) == 0;
            }
        }
        return false;
    }

    // "149,90 EUR at AMAZON": the merchant, not the bank.
    private boolean isMerchant(Name name) {
        for (int i = name.from() - 1; i >= Math.max(0, name.from() - SALE); i--) {
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
        return hits.covers(at, Cue.MONEY)
                || Character.getType(text.charAt(at)) == Character.CURRENCY_SYMBOL;
    }

    private boolean isInside(Name name) {
        for (int i = name.from() + 1; i < name.to(); i++) {
            if (text.isUpper(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean opensSentence(Name name) {
        int at = name.from() - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at < 0 || ".!?\n".indexOf(text.charAt(at)) >= 0;
    }

    private long cuesBefore(int from) {
        int at = from;
        while (at > 0 && from - at < 2 && isQuote(text.charAt(at - 1))) {
            at--;
        }
        char c = text.at(at - 1);
        boolean gap = c == ' ' || c == '-';
        return hits.endsAt(at) | (gap ? hits.endsAt(at - 1) : 0);
    }

    private long cuesAfter(int to) {
        int at = to;
        if (text.at(at) == '\'' && text.at(at + 1) == 's') {
            at += 2;
        }
        while (at < text.length() && at - to < 2 && isQuote(text.charAt(at))) {
            at++;
        }
        char c = text.at(at);
        boolean gap = c == ' ' || c == '-' || c == ':';
        return hits.startsAt(at) | (gap ? hits.startsAt(at + 1) : 0);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
