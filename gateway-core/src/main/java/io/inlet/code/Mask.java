package io.inlet.code;

/** Why something with digits in it is no code by its looks. */
enum Mask {
    LINK,
    EMAIL,
    MONEY,
    DATE,
    TIME,
    DURATION,
    PERCENT,
    MEASURE,
    PHONE,
    CARD,
    USSD,
    /** Too long or too short, or otherwise of no code's shape. */
    SHAPE,
    /** The line by which an Android app knows its own messages. */
    APP_HASH
}
