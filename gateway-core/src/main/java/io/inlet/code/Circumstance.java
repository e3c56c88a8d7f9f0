package io.inlet.code;

/**
 * What stands around a number, and how far it speaks for a one-time code or against it: in the
 * logarithm of the odds, as fitted over messages whose words the files did not know.
 */
enum Circumstance {
    THREE_DIGITS(-0.7, 0.3),
    FOUR_DIGITS(-1.1, -0.6),
    FIVE_DIGITS(-0.4, -0.7),
    SIX_DIGITS(1.7, 0.8),
    /** Digits with a space or a dash between them. */
    GROUPED(0.7, 0.5),
    MIXED(-1.1, -0.6),

    AFTER_COLON(2.4, 1.1),
    /** "is", "the following" */
    AFTER_LINK(1.1, 0.4),
    /** "to", "from": "send VOTE to 5050". */
    AFTER_LEAD(-1.1, -0.4),
    AFTER_NUMBER_WORD(-1, -0.4),
    AFTER_UNKNOWN_WORD(-0.9, -1.2),
    BEFORE_LINK(0.4, 0.6),
    BEFORE_LEAD(0.6, 0.2),
    /** "2041 students" */
    BEFORE_UNKNOWN_WORD(-1.4, -0.3),
    BEFORE_OTHER_WORD(-1.1, -1.1),
    BEFORE_PAUSE(-0.6, -0.4),
    BEFORE_FULL_STOP(0.3, 0.9),
    OPENS_TEXT(0.9, 0.5),
    CLOSES_TEXT(-1.1, -0.8),
    FIRST_SENTENCE(0.9, 0),
    LAST_SENTENCE(0, 0.3),

    USED(0.9, 0.6),
    FOR_ACCESS(2.7, 0.5),
    ACCESS_ELSEWHERE(1.3, 0.5),
    FOR_PAYMENT(1.2, 0.4),
    PAYMENT_ELSEWHERE(1.7, 0.2),
    VALID_FOR_A_SPAN(1.7, 0.3),
    SECRET(0.4, 0.7),
    GREETING(0.6, 0.2),

    NOTICE(-1.7, -1.1),
    PROMO(-2.5, 0),
    OTHER_CODE(-2.5, -0.5),
    NUMBER_WORD(-0.2, -0.6),
    PLACE(-1, 0),
    ALERT(-0.4, 0.3),
    CALL(-0.8, 0.5),
    MONTH(-0.4, -0.3),
    DAY(-0.4, 0),
    /** Something else is called a code. */
    CODE_ELSEWHERE(-1.3, 0),
    ONE_TIME_CODE_ELSEWHERE(-0.9, 0),
    /** A phrase names another number. */
    OTHER_ROLE(-1, 0),

    ONLY_NUMBER(1.3, 1.3),
    MANY_DIGITS(0.4, -0.5),
    DURATION_BESIDE(0.3, 0.4),
    MONEY_BESIDE(-0.6, -0.2),
    MEASURE_BESIDE(-1.3, 0),
    DATE_BESIDE(-0.8, 0),
    TIME_BESIDE(-0.9, -0.9),
    LINK_BESIDE(-0.4, 0),
    CARD_BESIDE(0.9, 0.5),
    PHONE_BESIDE(0, 0.3),
    /** A number of no code's shape. */
    LONG_NUMBER_BESIDE(-0.8, 0);

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
