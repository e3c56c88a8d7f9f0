package io.inlet.code;

/**
 * What is true of a name in a text, and how far it speaks for or against its being that of who
 * issued the code; fitted over messages of many languages.
 */
enum BrandTrait {
    /** Words with capitals, or Latin ones in another script. */
    MARKED(0.3),
    /** A name with a little word in it: "Bank of Ireland". */
    BRIDGED(0.4),
    /** With capital words that mean something else: "Mi Movistar". */
    WIDE(0.6),
    /** With a number at its end: "Channel 4". */
    NUMBERED(0.7),
    /** Words that no file knows, whatever they look like. */
    UNKNOWN(0.8),
    /** All before the first colon, line or dash. */
    OPENING(0.6),
    /** All after the last end of a sentence. */
    CLOSING(0.8),
    /** {@code 【】}: as Chinese senders sign. */
    IN_LENTICULAR_BRACKETS(3.3),
    IN_SQUARE_BRACKETS(2),
    IN_ROUND_BRACKETS(-0.4),
    HOST(0.5),
    SENDER(3.4),
    ORIGIN(1.7),

    ONE_WORD(0.9),
    TWO_WORDS(0.2),
    MANY_WORDS(-1.2),
    /** A brand that the files know. */
    FAMOUS(0),
    LONG(-1.1),
    ALL_CAPITALS(-0.4),
    INNER_CAPITAL(0),
    /** One word with one capital. */
    PLAIN_WORD(-0.3),
    SMALL(-1.7),
    /** Small letters, and not between "your" and "code". */
    LOWER_CASE(-1.1),
    /** A word of digits alone. */
    HAS_NUMBER(-1.8),
    HAS_PART(0.9),
    ALL_PART(-2),
    SOME_KNOWN(-0.8),
    ALL_KNOWN(-3.3),

    AFTER_LEAD(1.2),
    AFTER_CODE_NAME(0.2),
    AFTER_LINK(-1),
    AFTER_GREETING(-0.5),
    AFTER_NUMBER_WORD(0.1),
    AFTER_OTHER_WORD(-1.3),
    AFTER_UNKNOWN_WORD(0.7),
    BEFORE_CODE_NAME(-0.1),
    BEFORE_LINK(-1.6),
    BEFORE_COLON(0),
    BEFORE_DASH(0.3),
    BEFORE_SECRET(0.8),
    BEFORE_OTHER_WORD(-1.5),
    BEFORE_UNKNOWN_WORD(-0.5),
    BEFORE_NUMBER(-0.9),
    BEFORE_STOP(-1),

    OPENS_TEXT(1.6),
    OPENS_SENTENCE(0.3),
    CLOSES_TEXT(0.2),
    WITH_CODE(0.4),
    NEAR_CODE(-0.7),
    RIGHT_BEFORE_CODE(-1),
    BETWEEN_NAME_AND_CODE(1.3),
    BEFORE_CODE(-0.4),
    KEEPER(0.8),
    MERCHANT(-1.2),
    LIKE_SENDER(-0.3),
    LIKE_ORIGIN(-1.1),

    /** Between "your" and "code". */
    SLOT(0.4),
    /** The first words, and then "code". */
    OPENS_BEFORE_CODE_NAME(-0.4),
    /** Latin letters in a text of others. */
    FOREIGN_LETTERS(0.5),
    /** At the beginning, and then a colon, a dash or a new line. */
    INTRODUCES(0.7),
    /** A sentence of its own at the end, each word with a capital. */
    SIGNS(1),
    CAPITAL_AMID(1.3),
    /** A plain word where every sentence has a capital. */
    PLAIN_OPENING(-1.1),
    /** Several words, of which some have no capital where others have. */
    SENTENCE_LIKE(-0.9),
    /** One of several things in brackets. */
    AMONG_BRACKETED(-2.1),
    MERCHANT_WITHOUT_CODE(-1),
    CASELESS_OPENING(-0.5),
    SENDER_OF_CASELESS_TEXT(1.7),
    BEFORE_MASK(-2.1);

    private final double weight;

    BrandTrait(double weight) {
        this.weight = weight;
    }

    /** What it counts, in the logarithm of the odds. */
    double weight() {
        return weight;
    }
}
