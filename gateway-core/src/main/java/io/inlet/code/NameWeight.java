package io.inlet.code;

import io.inlet.code.Verdict.Naming;

/** What a name is worth for a candidate, by what it says and what stands between. For one text. */
final class NameWeight {
    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final Looks looks;

    NameWeight(PlainText text, Hits hits, Terrain terrain, Looks looks) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.looks = looks;
    }

    double of(Naming naming, int from, int to) {
        boolean direct = naming.letters() == 0 && naming.sentences() == 0;
        Cue cue = hits.cue(naming.hit());
        return Weights.base(cue)
                + (direct ? Weights.DIRECT : 0)
                - (cue == Cue.CODE ? vagueness(naming) : 0)
                - Weights.distance(cue, naming.letters())
                - Weights.breaks(naming.sentences(), terrain.clauses(from, to));
    }

    // "Code" alone may be a voucher's, a building's or a lottery's.
    private double vagueness(Naming naming) {
        double promo = looks.isPromo() ? Weights.PROMO : 0;
        double apart = naming.sentences() > 0 ? Weights.VAGUE : 0;
        double days = looks.isForDays() ? Weights.DAYS : 0;
        return promo + apart + days + looks.doubt() + compound(naming.hit());
    }

    // "Vinstkod" and "避難所コード" are codes of some sort that nobody has written down.
    private double compound(int hit) {
        int at = hits.from(hit) - 1;
        char before = text.at(at);
        boolean unknown = Character.isLetter(before) && !hits.isKnown(at);
        return CharForms.isWordChar(before) || unknown ? Weights.COMPOUND : 0;
    }
}
