package io.inlet.code;

/**
 * What is true of a name in a text, and how far it speaks for or against its being that of who
 * issued the code; fitted over messages of many languages.
 */
enum BrandTrait {
    /** Words with capitals, or Latin ones in another script. */
    MARKED(-0.1),
    /** A name with a little word in it: "Bank of Ireland". */
    BRIDGED(0.1),
    /** With capital words that mean something else: "Mi Movistar". */
    WIDE(0.7),
    /** With a number at its end: "Channel 4". */
    NUMBERED(0.5),
    /** Words that no file knows, whatever they look like. */
    UNKNOWN(1.4),
    /** All before the first colon, line or dash. */
    OPENING(0.6),
    /** All after the last end of a sentence. */
    CLOSING(0.9),
    /** {@code 【】}: as Chinese senders sign. */
    IN_LENTICULAR_BRACKETS(3.2),
    IN_SQUARE_BRACKETS(1.8),
    IN_ROUND_BRACKETS(-0.2),
    HOST(0.9),

    ONE_WORD(0.6),
    TWO_WORDS(0),
    MANY_WORDS(-1),
    /** A brand that the files know. */
    FAMOUS(2.4),
    LONG(-0.8),
    ALL_CAPITALS(-0.1),
    /** One word with one capital. */
    PLAIN_WORD(-0.4),
    SMALL(-1.9),
    /** Small letters, and not between "your" and "code". */
    LOWER_CASE(-1.4),
    /** A word of digits alone. */
    HAS_NUMBER(-1.2),
    HAS_PART(0.9),
    ALL_PART(-2.3),
    SOME_KNOWN(-0.6),
    ALL_KNOWN(-3.3),

    AFTER_LEAD(1.1),
    AFTER_LINK(-0.9),
    AFTER_GREETING(-0.5),
    /** "Hello, Helen!" */
    GREETED(-1.1),
    AFTER_OTHER_WORD(-1),
    AFTER_UNKNOWN_WORD(1.1),
    BEFORE_CODE_NAME(-0.4),
    BEFORE_LINK(-1.9),
    BEFORE_COLON(-0.1),
    BEFORE_DASH(0.2),
    BEFORE_SECRET(0.3),
    BEFORE_OTHER_WORD(-1.6),
    BEFORE_UNKNOWN_WORD(-0.2),
    BEFORE_NUMBER(-1.5),
    BEFORE_STOP(-1.1),

    OPENS_TEXT(1.5),
    OPENS_SENTENCE(0.2),
    CLOSES_TEXT(0),
    WITH_CODE(0.4),
    NEAR_CODE(-0.4),
    RIGHT_BEFORE_CODE(-0.6),
    BETWEEN_NAME_AND_CODE(1.1),
    BEFORE_CODE(-0.5),
    KEEPER(0.4),
    MERCHANT(-1.2),
    LIKE_SENDER(-0.9),
    LIKE_ORIGIN(-0.6),

    /** Between "your" and "code". */
    SLOT(0.4),
    /** Latin letters in a text of others. */
    FOREIGN_LETTERS(0.2),
    /** At the beginning, and then a colon, a dash or a new line. */
    INTRODUCES(0.7),
    /** A sentence of its own at the end, each word with a capital. */
    SIGNS(1.1),
    CAPITAL_AMID(1.2),
    /** A plain word where every sentence has a capital. */
    PLAIN_OPENING(-1.1),
    /** With "my" before it, in capitals amid a sentence: "to Mans LMT". */
    MINE(1.4),
    /** Several words, of which some have no capital where others have. */
    SENTENCE_LIKE(-1.2),
    /** One of several things in brackets. */
    AMONG_BRACKETED(-2),
    MERCHANT_WITHOUT_CODE(-1.3),
    CASELESS_OPENING(-0.6),
    BEFORE_MASK(-2),

    /** Not of a name in the text, and so in no set of traits: these stand for themselves. */
    SENDER(3.9),
    SENDER_OF_CASELESS_TEXT(2.2),
    ORIGIN(2);

    private static final BrandTrait[] ALL = values();

    private final double weight;

    BrandTrait(double weight) {
        this.weight = weight;
    }

    /** What it counts, in the logarithm of the odds. */
    double weight() {
        return weight;
    }

    /** Its bit in a set of traits; the first 64 may be in one, and the others have none. */
    @SuppressWarnings("EnumOrdinal")
    long bit() {
        return ordinal() < Long.SIZE ? 1L << ordinal() : 0;
    }

    /** What all traits of a set count together, in the logarithm of the odds. */
    static double weight(long traits) {
        double weight = 0;
        long left = traits;
        while (left != 0) {
            weight += ALL[Long.numberOfTrailingZeros(left)].weight;
            left &= left - 1;
        }
        return weight;
    }
}
