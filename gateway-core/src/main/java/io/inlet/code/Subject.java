package io.inlet.code;

/**
 * Judges of what a text says that it lasts until some moment: the code, or a sale, a delivery,
 * office hours. For one text and thread.
 */
final class Subject {
    /** Characters of a clause that are looked at on either side, at most. */
    private static final int REACH = 160;

    /** Letters, doubled, that may lead to it in a clause without the code: "It is valid". */
    private static final int PRONOUN = 8;

    /** Letters, doubled, between "until" and a word about validity, at most. */
    private static final int BESIDE = 12;

    private static final long OTHERS =
            Cue.PROMO.bit()
                    | Cue.NOTICE.bit()
                    | Cue.CALL.bit()
                    | Cue.PLACE.bit()
                    | Cue.OTHER_CODE.bit();

    private static final long CODES = Cue.CODES | Cue.USE.bit();
    private static final long NUMBERS = Cue.NUMBER.bit() | Cue.TAIL.bit();

    private enum Finding {
        CODE,
        OTHER,
        NOTHING
    }

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final Beside beside;

    Subject(PlainText text, Hits hits, Terrain terrain) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.beside = new Beside(hits);
    }

    /**
     * Whether it is the code that is good until a moment.
     *
     * @param from where the moment and the phrase beside it begin
     * @param to after both
     */
    boolean isCode(Candidate code, int from, int to) {
        boolean after = code.to() <= from;
        int start = start(from, after ? code.to() : 0);
        int valid = valid(start, from);
        boolean clear =
                valid < from || hits.startWithin(from - BESIDE, to + BESIDE, Cue.VALID.bit());
        if (isOthers(to, end(to), clear)) {
            return false;
        }
        return switch (finding(start, from, clear ? OTHERS : OTHERS | NUMBERS)) {
            case CODE -> true;
            case OTHER -> false;
            case NOTHING -> {
                boolean near = clear || terrain.sentences(code.to(), from) == 0;
                yield after
                        ? start == code.to() || (near && terrain.letters(start, valid) <= PRONOUN)
                        : isOneClause(to, code.from());
            }
        };
    }

    // "It is valid from 14:05 until"
    private int valid(int start, int from) {
        int at = start;
        while (at < from && !hits.starts(at, Cue.VALID)) {
            at++;
        }
        return at;
    }

    // "bis 18 Uhr geöffnet", "until 18:00 for delivery"
    private boolean isOthers(int from, int to, boolean clear) {
        return !clear && hits.startWithin(from, to, OTHERS);
    }

    private boolean isOneClause(int from, int to) {
        return terrain.sentences(from, to) == 0
                && !hits.startWithin(from, Math.min(to, from + REACH), OTHERS);
    }

    /** The nearest phrase before a place that says what the clause is about. */
    private Finding finding(int start, int from, long others) {
        for (int hit = beside.after(from) - 1; hit >= 0 && hits.to(hit) > start; hit--) {
            if (hits.from(hit) < start) {
                continue;
            }
            long bit = hits.cue(hit).bit();
            if ((bit & others) != 0 || isWithinOther(hit)) {
                return Finding.OTHER;
            }
            if ((bit & CODES) != 0) {
                return Finding.CODE;
            }
        }
        return Finding.NOTHING;
    }

    // "code" in "promo code"
    private boolean isWithinOther(int hit) {
        boolean code = (hits.cue(hit).bit() & CODES) != 0;
        return code
                && (hits.covers(hits.from(hit), Cue.PROMO)
                        || hits.covers(hits.from(hit), Cue.OTHER_CODE));
    }

    // Back to the beginning of the clause, or to the code.
    private int start(int from, int first) {
        int at = from;
        while (at > first && from - at < REACH && !isEnd(at - 1)) {
            at--;
        }
        return at;
    }

    private int end(int to) {
        int at = to;
        while (at < text.length() && at - to < REACH && !isEnd(at)) {
            at++;
        }
        return at;
    }

    // A comma between digits ends no clause: "1,250.00".
    private boolean isEnd(int at) {
        boolean pause = terrain.clauses(at, at + 1) > 0;
        return terrain.sentences(at, at + 1) > 0
                || terrain.lines(at, at + 1) > 0
                || (pause
                        && !(CharForms.isDigit(text.at(at - 1))
                                && CharForms.isDigit(text.at(at + 1))));
    }
}
