package io.inlet.http;

/** What became of a {@link BindOrder}. */
public sealed interface OrderOutcome {
    /** It is done. */
    record Done() implements OrderOutcome {}

    /**
     * The bind is where this cannot be done.
     *
     * @param advice why and what to do, in one sentence
     */
    record Refused(String advice) implements OrderOutcome {}
}
