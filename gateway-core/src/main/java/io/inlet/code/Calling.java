package io.inlet.code;

import org.jspecify.annotations.Nullable;

/** How clearly a message calls a number its code. */
enum Calling {
    NOT,
    /** A code of some sort, a password. */
    VAGUELY,
    /** A one-time code. */
    CLEARLY;

    /** By the phrase that names the number, if one does. */
    static Calling by(@Nullable Cue name) {
        if (name == Cue.ONE_TIME_CODE) {
            return CLEARLY;
        }
        return name == Cue.CODE ? VAGUELY : NOT;
    }
}
