package io.inlet.seal;

/** Sealed content does not open: another key, another row, or changed octets. */
public final class BrokenSealException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenSealException(String message) {
        super(message);
    }

    BrokenSealException(String message, Throwable cause) {
        super(message, cause);
    }
}
