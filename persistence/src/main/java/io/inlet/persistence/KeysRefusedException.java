package io.inlet.persistence;

/**
 * The keys at hand cannot be used: absent, readable by others, damaged, or not those of this
 * database. The message is one sentence for the operator: what is wrong and what to do.
 */
public final class KeysRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeysRefusedException(String message) {
        super(message);
    }

    KeysRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
