package io.inlet.persistence;

/**
 * No database answered. The message is one sentence for the operator: where it was looked for and
 * what to do. Trying again later may help.
 */
public final class DatabaseUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
