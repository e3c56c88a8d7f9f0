package io.inlet.http;

/**
 * The operators' key cannot be had: its file is absent, cannot be made or read, is open to others,
 * or holds no key. The message is one sentence for the operator: what is wrong and what to do.
 */
public final class OpsKeyRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OpsKeyRefusedException(String message) {
        super(message);
    }

    OpsKeyRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
