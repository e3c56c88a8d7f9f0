package io.inlet.feed;

/**
 * Why a message has a later version.
 *
 * @param cause what made it
 * @param newCode whether it has a code that no earlier version had: who waits for a code is
 *     answered by it, once
 */
public record Revised(Cause cause, boolean newCode) {
    /** What makes a later version. */
    public enum Cause {
        /** A part came after the message was delivered without it. */
        COMPLETED,
        /** It was decoded again by corrected settings. */
        REDECODED,
        /** It was read again by later rules for codes. */
        REREAD
    }
}
