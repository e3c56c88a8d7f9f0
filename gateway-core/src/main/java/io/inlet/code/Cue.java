package io.inlet.code;

import io.inlet.code.CodeReading.Purpose;
import org.jspecify.annotations.Nullable;

/** What a phrase says; the names stand in the files of languages, in lower case. */
enum Cue {
    /** Names a one-time code, clear by itself. */
    ONE_TIME_CODE,
    /** A code of some sort. */
    CODE,
    /** A code that opens a door or hands something over. */
    DOOR,
    /** A discount or a prize. */
    PROMO,
    /** "Code" in another sense. */
    OTHER_CODE,
    /** Names the number beside it, which then is no code. */
    NUMBER,
    /** The last digits of a card follow. */
    TAIL,
    /** A telephone number follows. */
    CALL,
    /** What a person does with a code: enter, use. */
    USE,
    MONEY,
    /** A measure that is no time: gigabytes, kilometres. */
    MEASURE,
    /** A driver, a locker, a gate, a meeting: a code near it opens it. */
    PLACE,
    SECRET,
    LOGIN(Purpose.LOGIN),
    REGISTRATION(Purpose.REGISTRATION),
    PAYMENT(Purpose.PAYMENT),
    RESET(Purpose.RESET),
    TRANSFER(Purpose.TRANSFER),
    ALERT,
    NOTICE,
    VALID,
    UNTIL,
    SECOND(1),
    MINUTE(60),
    HOUR(3_600),
    DAY(86_400),
    /** A number in words. */
    SPOKEN,
    /** A span of time in words. */
    SPAN,
    MONTH,
    TIME,
    /** A word that shows the language. */
    COMMON,
    /** May stand between a name and a code, and says nothing. */
    LINK,
    /** A brand stands right after it. */
    BRAND_AFTER,
    /** A brand stands right before it. */
    BRAND_BEFORE,
    /** A brand with a word that means something else in it, or that many messages name. */
    BRAND,
    /** Part of many a brand, and never one alone: bank, pay. */
    BRAND_PART,
    /** A person's name may follow: dear, hello. */
    GREETING,
    /** Never a brand. */
    GENERIC;

    /** The bits of what a person types in: a one-time code, a code of some sort, a door's. */
    static final long CODES = ONE_TIME_CODE.bit() | CODE.bit() | DOOR.bit();

    private final int seconds;
    private final @Nullable Purpose purpose;

    Cue() {
        this(0, null);
    }

    Cue(int seconds) {
        this(seconds, null);
    }

    Cue(Purpose purpose) {
        this(0, purpose);
    }

    Cue(int seconds, @Nullable Purpose purpose) {
        this.seconds = seconds;
        this.purpose = purpose;
    }

    /** Whether it says what a number near it is. */
    boolean isName() {
        return compareTo(CALL) <= 0;
    }

    /** Whether it names something that a person types in. */
    boolean isCode() {
        return compareTo(DOOR) <= 0;
    }

    /** Seconds in the unit that it names, 0 if it names none. */
    int seconds() {
        return seconds;
    }

    /** What a code is for, or null if it does not say. */
    @Nullable Purpose purpose() {
        return purpose;
    }

    /** Its bit in a set of cues; the same as long as the process lives, and stored nowhere. */
    @SuppressWarnings("EnumOrdinal")
    long bit() {
        return 1L << ordinal();
    }
}
