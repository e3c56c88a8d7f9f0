package io.inlet.code;

import io.inlet.code.CodeReading.Purpose;
import org.jspecify.annotations.Nullable;

/** What a phrase says about the numbers near it; the names stand in {@code cues.txt}. */
enum Cue {
    OTP,
    CODE,
    PIN,
    PROMO,
    NOT,
    SECRET,
    ALERT,
    VALID,
    SECOND(1),
    MINUTE(60),
    HOUR(3_600),
    DAY(86_400),
    MONEY,
    LOGIN(Purpose.LOGIN),
    REGISTRATION(Purpose.REGISTRATION),
    PAYMENT(Purpose.PAYMENT),
    RESET(Purpose.RESET),
    TRANSFER(Purpose.TRANSFER),
    LINK;

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
    boolean isAnchor() {
        return compareTo(NOT) <= 0;
    }

    /** Whether it says that a number near it is some code to type in. */
    boolean isCode() {
        return compareTo(PIN) <= 0;
    }

    /** Seconds in the unit that it names, 0 if it names none. */
    int seconds() {
        return seconds;
    }

    /** What a code is for, or null if it does not say. */
    @Nullable Purpose purpose() {
        return purpose;
    }
}
