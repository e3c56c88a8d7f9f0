package io.inlet.smpp;

import io.inlet.sms.BindName;

/**
 * What other settings mean for one bind.
 *
 * @param name the bind
 * @param kind what becomes of it
 */
public record BindChange(BindName name, Kind kind) {
    /** What becomes of a bind. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** Its settings or those of its carrier differ: its session ends, and the next has them. */
        CHANGED,
        /** It is configured no more: its session ends. */
        REMOVED,
        /** Nothing: its session stays, and so does what an operator told it. */
        UNTOUCHED
    }
}
