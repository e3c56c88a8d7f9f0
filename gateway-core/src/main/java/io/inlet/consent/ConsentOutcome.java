package io.inlet.consent;

/** What became of a withdrawal. */
public sealed interface ConsentOutcome {
    /** It is withdrawn: now, or it was already. */
    record Withdrawn(ConsentRecord consent) implements ConsentOutcome {}

    /** No such consent of this tenant. */
    record NotFound() implements ConsentOutcome {}
}
