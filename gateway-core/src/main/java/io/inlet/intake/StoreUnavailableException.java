package io.inlet.intake;

/**
 * The database did not answer in time, or answered that it cannot work now. Nothing of the call has
 * happened, unless it is an {@link OutcomeUnknownException}.
 */
public class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
