package io.inlet.persistence;

/**
 * Another gateway on this database holds what this one is configured to hold. The message is one
 * sentence for the operator: what, who, since when, and what to do.
 */
public final class SlotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SlotTakenException(String message) {
        super(message);
    }
}
