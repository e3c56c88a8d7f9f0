package io.inlet.persistence;

/**
 * There is a database, and a gateway must not run on it. The message is one sentence for the
 * operator: what is wrong and what to do.
 */
public final class DatabaseRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseRefusedException(String message) {
        super(message);
    }

    DatabaseRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
