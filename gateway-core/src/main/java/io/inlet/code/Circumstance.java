package io.inlet.code;

/**
 * What stands around a number, and how far it speaks for a one-time code or against it: in the
 * logarithm of the odds, as fitted over messages whose words the files did not know.
 */
enum Circumstance {
    THREE_DIGITS(-1.3, 0, 0),
    FOUR_DIGITS(-0.6, -0.6, -0.6),
    FIVE_DIGITS(0, -0.3, -0.5),
    SIX_DIGITS(2.4, 0.9, 0.9),
    SEVEN_OR_EIGHT_DIGITS(0, 0.2, 0),
    /** Digits with a space or a dash between them. */
    GROUPED(0, 0.5, 0.6),
    MIXED(-1.6, -0.7, 0),

    AFTER_COLON(2.4, 1.2, 1.5),
    AFTER_LINE_BREAK(1.7, 0.4, 0.7),
    /** "is", "the following" */
    AFTER_LINK(0.9, 0, 0.8),
    /** "to", "from": "send VOTE to 5050". */
    AFTER_LEAD(-1.1, -0.3, 0.4),
    AFTER_NUMBER_WORD(-1.5, -0.5, 0.2),
    /** {@code #} */
    AFTER_NUMBER_SIGN(-1.5, 0, 0),
    AFTER_UNKNOWN_WORD(-1, -1.3, -1.2),
    BEFORE_LINK(0.2, 0.2, -0.3),
    BEFORE_LEAD(0.2, 0, 0.2),
    /** "2041 students" */
    BEFORE_UNKNOWN_WORD(-1.3, 0, -0.5),
    BEFORE_OTHER_WORD(-1.3, -1.2, -1.2),
    BEFORE_PAUSE(-1, -0.5, -0.4),
    BEFORE_FULL_STOP(0.2, 0.9, 0.8),
    OPENS_TEXT(0.7, 0.8, 0.8),
    CLOSES_TEXT(-1.1, -0.6, -0.5),
    FIRST_SENTENCE(1.1, 0.2, 1.2),
    LAST_SENTENCE(-0.7, -0.3, -0.2),

    USED(1, 0.7, -0.2),
    FOR_ACCESS(2.2, 0.9, 0.6),
    ACCESS_ELSEWHERE(1.1, 0.3, 0.3),
    FOR_PAYMENT(1.3, 0.7, -0.3),
    PAYMENT_ELSEWHERE(1.8, 0.5, 0.7),
    VALID_FOR_A_SPAN(1.9, 0.6, 1.1),
    SECRET(0, 0.8, 0),
    GREETING(0.8, 0.2, 0),

    NOTICE(-2.1, -1.1, -1.2),
    PROMO(-3, 0, -0.7),
    OTHER_CODE(-2.8, -0.5, -0.8),
    NUMBER_WORD(-0.3, -0.4, 0),
    PLACE(-0.8, 0, -0.4),
    ALERT(-0.6, 0.5, 0),
    CALL(-0.6, 0, -0.2),
    MONTH(-0.7, -0.6, -0.6),
    DAY(-0.6, 0, -0.6),
    /** Something else is called a code. */
    CODE_ELSEWHERE(-1.1, 0, 0),
    ONE_TIME_CODE_ELSEWHERE(-0.8, 0, 0),
    /** A phrase names another number. */
    OTHER_ROLE(-0.8, 0, 0),

    ONLY_NUMBER(1.9, 1.9, 0.7),
    MANY_DIGITS(0, 0, 0),
    DURATION_BESIDE(0.8, 0.5, 0.3),
    MONEY_BESIDE(-0.5, -0.6, -0.3),
    MEASURE_BESIDE(-1.1, -0.3, 0),
    DATE_BESIDE(-0.5, -0.9, -1.1),
    TIME_BESIDE(-1, -1.4, 0.2),
    LINK_BESIDE(0, 0, -0.2),
    CARD_BESIDE(1.5, 1.1, 0.8),
    PHONE_BESIDE(0, 0, 0.6),
    /** A number of no code's shape. */
    LONG_NUMBER_BESIDE(-0.7, -0.2, -0.8);

    private final double unnamed;
    private final double vague;
    private final double clear;

    Circumstance(double unnamed, double vague, double clear) {
        this.unnamed = unnamed;
        this.vague = vague;
        this.clear = clear;
    }

    /** What it counts for a number that is called a code so clearly. */
    double weight(Calling calling) {
        return switch (calling) {
            case NOT -> unnamed;
            case VAGUELY -> vague;
            case CLEARLY -> clear;
        };
    }
}
