package io.inlet.sandbox;

import java.util.List;

/** What became of a wish to send a message. */
public sealed interface SendOutcome {
    /**
     * It goes out, now or after its delay.
     *
     * @param alphabet how its text is written: {@code gsm7} or {@code ucs2}, or {@code utf8} where
     *     the encoding is broken
     * @param parts of how many parts it is
     * @param order the numbers of the parts that go out, from 1, in their order
     */
    record Sent(String alphabet, int parts, List<Integer> order) implements SendOutcome {
        public Sent {
            order = List.copyOf(order);
        }
    }

    /**
     * Such a message cannot be made.
     *
     * @param field which field is the reason
     * @param expected what it should be
     */
    record Unfit(String field, String expected) implements SendOutcome {}

    /** The tenant has sent as many in this minute as it may. */
    record TooMany(int perMinute) implements SendOutcome {}

    /** The simulated carrier has as many under way as it bears: the gateway does not take them. */
    record Congested() implements SendOutcome {}
}
