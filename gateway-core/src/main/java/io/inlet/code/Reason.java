package io.inlet.code;

import io.inlet.id.EnumName;

/** Why a candidate is likely a code or not; the names are the rules that readings give. */
enum Reason {
    /** After a host name, for the browser. */
    BOUND,
    /** A phrase before it names it. */
    NAMED_BEFORE,
    /** A phrase after it names it. */
    NAMED_AFTER,
    /** The message says to enter or use it. */
    USED,
    /** Nothing names it, and all that stands around it speaks for a code. */
    ASKED_FOR,
    SHAPE,
    PLACE,
    /** What stands around a number that is called a code of some sort. */
    SURROUNDINGS,
    /** In a language that nobody has written down, by its looks and place alone. */
    ALONE,
    /** A phrase beside it says that it is something else. */
    ROLE;

    // Made once, and not for each message anew.
    private final String written = EnumName.of(this);

    /** Its name in readings. */
    String written() {
        return written;
    }
}
