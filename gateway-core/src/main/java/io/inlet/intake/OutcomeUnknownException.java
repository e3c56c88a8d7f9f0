package io.inlet.intake;

/** The connection broke while a commit was under way: it may have happened or not. */
public final class OutcomeUnknownException extends StoreUnavailableException {
    private static final long serialVersionUID = 1;

    public OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
