package io.inlet.feed;

import io.inlet.sms.Message;

/** How a wait for a code ended. Go on waiting, or listing, at the cursor it gives. */
public sealed interface WaitOutcome {
    /**
     * A code is there.
     *
     * @param message the message that has it
     * @param cursor the place right after it
     */
    record Received(Message message, Cursor cursor) implements WaitOutcome {}

    /**
     * The time was up, or the gateway is stopping.
     *
     * @param cursor where the wait began: nothing is skipped by going on from here
     */
    record TimedOut(Cursor cursor) implements WaitOutcome {}

    /**
     * The lease is over or suspended: no code can come any more.
     *
     * @param cursor where the wait began
     */
    record Ended(Cursor cursor) implements WaitOutcome {}

    /** No such lease of this tenant. */
    record NotFound() implements WaitOutcome {}
}
