package io.inlet.http;

/** A listener cannot have its port. The message is one line that says what to do. */
public final class PortUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
