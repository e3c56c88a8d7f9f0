package io.inlet.code;

/** What each sign counts; found by trying over messages of many languages. */
final class Weights {
    /** A number needs so much to be the code. */
    static final double ENOUGH = 0.5;

    /** And so much more than the next other number. */
    static final double MARGIN = 0.06;

    /** A name right beside the number. */
    static final double DIRECT = 0.05;

    static final double AFTER = 0.03;
    static final double BETWEEN = 0.2;
    static final double REFERENCE = 0.4;

    /** "Code" alone, in a message about discounts. */
    static final double PROMO = 0.6;

    /** "Code" alone, in a message that gives it days. */
    static final double DAYS = 0.3;

    /** "Code" alone, in another sentence. */
    static final double VAGUE = 0.2;

    /** Part of a longer word that is not known. */
    static final double COMPOUND = 0.3;

    /** A word that names something else stands between. */
    static final double DOUBT = 0.18;

    /** What a code was sent to. */
    static final double TARGET = 0.5;

    static final double USED = 0.55;

    /** Odds, as a logarithm, of a number before anything around it is looked at. */
    private static final double UNNAMED = -0.3;

    /** Each other number that nothing names takes so much from them. */
    static final double RIVAL = 1;

    private static final double VAGUELY_NAMED = -0.4;

    /** What the score of a number that is vaguely named counts among its odds. */
    private static final double VAGUE_NAME = 2.9;

    private static final double CLEARLY_NAMED = -2.7;

    /** What the score of a number that is clearly named counts among its odds. */
    private static final double CLEAR_NAME = 5.6;

    /** The odds, as a logarithm, from which on a number is taken for the code. */
    private static final double LIKELY = 1.5;

    private static final double MOST = 0.65;
    private static final double SCORE_PER_ODDS = 0.05;

    /** Letters, doubled, between a word like "order" and the number that it names, at most. */
    static final int NAMED = 12;

    private Weights() {}

    /**
     * The odds, as a logarithm, of a number before anything around it is looked at.
     *
     * @param named its score by its name, shape and place
     */
    static double odds(Calling calling, double named) {
        return switch (calling) {
            case NOT -> UNNAMED;
            case VAGUELY -> VAGUELY_NAMED + VAGUE_NAME * named;
            case CLEARLY -> CLEARLY_NAMED + CLEAR_NAME * named;
        };
    }

    /** The score of a number by its odds. */
    static double score(double odds) {
        return Math.clamp(ENOUGH + share(odds - LIKELY), 0, MOST);
    }

    /** What a part of the odds makes of the score. */
    static double share(double odds) {
        return odds * SCORE_PER_ODDS;
    }

    static double base(Cue cue) {
        return cue == Cue.CODE ? 0.88 : 1;
    }

    // What names a one-time code speaks of a number far away; "code" alone must be near.
    static double distance(Cue cue, int letters) {
        return letters / (cue == Cue.CODE ? 200.0 : 360.0);
    }

    static double breaks(int sentences, int clauses) {
        return 0.22 * sentences + 0.03 * Math.min(4, clauses);
    }

    static double digits(Candidate candidate, boolean told) {
        double weight =
                switch (candidate.length()) {
                    case 6 -> 0.06;
                    case 4 -> 0.03;
                    case 5, 7, 8 -> 0.02;
                    case 3 -> told ? -0.1 : -0.25;
                    default -> told ? -0.04 : -0.6;
                };
        return isYear(candidate) && !told ? weight - 0.3 : weight;
    }

    private static boolean isYear(Candidate candidate) {
        String code = candidate.code();
        boolean four = code.length() == 4 && candidate.to() - candidate.from() == 4;
        return four && (code.startsWith("20") || code.startsWith("19") || code.startsWith("25"));
    }
}
