package io.inlet.code;

/**
 * What stands around a number, and how far it speaks for a one-time code or against it: in the
 * logarithm of the odds, as fitted over messages whose words the files did not know.
 */
enum Circumstance {
    THREE_DIGITS(-1.2, 0.3),
    FOUR_DIGITS(-0.8, -0.4),
    FIVE_DIGITS(0, -0.5),
    SIX_DIGITS(2.3, 0.8),
    SEVEN_OR_EIGHT_DIGITS(0, 0.2),
    /** Digits with a space or a dash between them. */
    GROUPED(0, 0),
    MIXED(-1.3, -0.7),

    AFTER_COLON(2.3, 1.4),
    AFTER_LINE_BREAK(0, 0),
    /** "is", "the following" */
    AFTER_LINK(0.9, 0.4),
    /** "to", "from": "send VOTE to 5050". */
    AFTER_LEAD(-1.3, -0.4),
    AFTER_NUMBER_WORD(-1.6, -0.7),
    /** {@code #} */
    AFTER_NUMBER_SIGN(-1.5, 0),
    AFTER_UNKNOWN_WORD(-1, -1.2),
    BEFORE_LINK(0.3, 0.3),
    BEFORE_LEAD(0.3, 0.2),
    /** "2041 students" */
    BEFORE_UNKNOWN_WORD(-1.4, -0.2),
    BEFORE_OTHER_WORD(-1.3, -1.2),
    BEFORE_PAUSE(-0.8, -0.5),
    BEFORE_FULL_STOP(0.2, 0.8),
    OPENS_TEXT(0.6, 0.2),
    CLOSES_TEXT(-1, -0.6),
    FIRST_SENTENCE(1.1, 0),
    LAST_SENTENCE(-0.7, 0),

    USED(1, 0.8),
    FOR_ACCESS(2.1, 0.9),
    ACCESS_ELSEWHERE(1.2, 0.8),
    FOR_PAYMENT(1.2, 0.4),
    PAYMENT_ELSEWHERE(1.6, 0.4),
    VALID_FOR_A_SPAN(2, 0.6),
    SECRET(0, 0.9),
    GREETING(0.7, 0.3),

    NOTICE(-1.9, -1.2),
    PROMO(-3.1, 0),
    OTHER_CODE(-2.8, -0.5),
    NUMBER_WORD(-0.2, -0.3),
    PLACE(-0.8, 0),
    ALERT(-0.7, 0.5),
    CALL(-0.6, 0.2),
    MONTH(-0.5, -0.5),
    DAY(-0.4, 0),
    /** Something else is called a code. */
    CODE_ELSEWHERE(-1.2, 0),
    ONE_TIME_CODE_ELSEWHERE(-0.9, 0),
    /** A phrase names another number. */
    OTHER_ROLE(-0.9, 0),

    ONLY_NUMBER(1.9, 1.4),
    MANY_DIGITS(0, -0.5),
    DURATION_BESIDE(0.6, 0.6),
    MONEY_BESIDE(-0.5, 0.3),
    MEASURE_BESIDE(-1.2, 0),
    DATE_BESIDE(-0.5, -0.2),
    TIME_BESIDE(-1.2, -1.4),
    LINK_BESIDE(-0.2, 0),
    CARD_BESIDE(1, 0.9),
    PHONE_BESIDE(0, 0),
    /** A number of no code's shape. */
    LONG_NUMBER_BESIDE(-0.9, 0);

    private final double unnamed;
    private final double vague;

    Circumstance(double unnamed, double vague) {
        this.unnamed = unnamed;
        this.vague = vague;
    }

    /** What it counts for a number that nothing names. */
    double unnamed() {
        return unnamed;
    }

    /** What it counts for a number that is called a code of some sort. */
    double vague() {
        return vague;
    }
}
