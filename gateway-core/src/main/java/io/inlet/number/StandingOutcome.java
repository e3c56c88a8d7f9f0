package io.inlet.number;

/** What became of an operator's word about a number. */
public sealed interface StandingOutcome {
    /** It stands so now. */
    record Changed(KnownNumber number) implements StandingOutcome {}

    /** It stood so already. */
    record Already(Standing standing) implements StandingOutcome {}

    /** There is no such number in the pool. */
    record NotFound() implements StandingOutcome {}
}
