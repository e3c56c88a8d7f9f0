package io.inlet.code;

/**
 * What is true of a name in a text, and how far it speaks for or against its being that of who
 * issued the code; fitted over messages of many languages.
 */
enum BrandTrait {
    /** Words with capitals, or Latin ones in another script. */
    MARKED(0.6),
    /** A name with a little word in it: "Bank of Ireland". */
    BRIDGED(0.7),
    /** With capital words that mean something else: "Mi Movistar". */
    WIDE(0.4),
    /** With a number at its end: "Channel 4". */
    NUMBERED(0.6),
    /** Words that no file knows, whatever they look like. */
    UNKNOWN(0.3),
    /** All before the first colon, line or dash. */
    OPENING(0.6),
    /** All after the last end of a sentence. */
    CLOSING(0.7),
    /** {@code 【】}: as Chinese senders sign. */
    IN_LENTICULAR_BRACKETS(3.1),
    IN_SQUARE_BRACKETS(1.8),
    IN_ROUND_BRACKETS(0),
    HOST(0.9),
    SENDER(2.8),
    ORIGIN(1.3),

    ONE_WORD(0.7),
    TWO_WORDS(0.2),
    MANY_WORDS(-1.3),
    LONG(-1),
    ALL_CAPITALS(-0.5),
    INNER_CAPITAL(0.2),
    /** One word with one capital. */
    PLAIN_WORD(0),
    SMALL(-1.7),
    /** Small letters, and not between "your" and "code". */
    LOWER_CASE(-1),
    /** A word of digits alone. */
    HAS_NUMBER(-1.9),
    HAS_PART(0.7),
    ALL_PART(-1.6),
    SOME_KNOWN(-1),
    ALL_KNOWN(-3.8),

    AFTER_LEAD(1),
    AFTER_CODE_NAME(0.4),
    AFTER_LINK(-1.2),
    AFTER_GREETING(-0.4),
    AFTER_NUMBER_WORD(0.3),
    AFTER_OTHER_WORD(-1.4),
    AFTER_UNKNOWN_WORD(0.3),
    BEFORE_CODE_NAME(0.4),
    BEFORE_LINK(-1.3),
    BEFORE_COLON(0.2),
    BEFORE_DASH(0.5),
    BEFORE_SECRET(0.8),
    BEFORE_OTHER_WORD(-1.2),
    BEFORE_UNKNOWN_WORD(-0.8),
    BEFORE_NUMBER(-0.8),
    BEFORE_STOP(-1.1),

    OPENS_TEXT(1.6),
    OPENS_SENTENCE(0.5),
    CLOSES_TEXT(0.4),
    WITH_CODE(0.3),
    NEAR_CODE(-0.6),
    RIGHT_BEFORE_CODE(-0.8),
    BETWEEN_NAME_AND_CODE(1),
    BEFORE_CODE(-0.5),
    KEEPER(0.7),
    MERCHANT(-0.8),
    LIKE_SENDER(-0.3),
    LIKE_ORIGIN(-0.8),

    /** Between "your" and "code". */
    SLOT(0.3),
    /** The first words, and then "code". */
    OPENS_BEFORE_CODE_NAME(-0.1),
    /** Latin letters in a text of others. */
    FOREIGN_LETTERS(0),
    /** At the beginning, and then a colon, a dash or a new line. */
    INTRODUCES(1),
    /** A sentence of its own at the end, each word with a capital. */
    SIGNS(0.8),
    CAPITAL_AMID(1),
    /** A plain word where every sentence has a capital. */
    PLAIN_OPENING(-1.4),
    /** Several words, of which some have no capital where others have. */
    SENTENCE_LIKE(-1.1),
    /** One of several things in brackets. */
    AMONG_BRACKETED(-2),
    MERCHANT_WITHOUT_CODE(-0.6),
    CASELESS_OPENING(-0.9),
    SENDER_OF_CASELESS_TEXT(1.7),
    BEFORE_MASK(-2);

    private final double weight;

    BrandTrait(double weight) {
        this.weight = weight;
    }

    /** What it counts, in the logarithm of the odds. */
    double weight() {
        return weight;
    }
}
