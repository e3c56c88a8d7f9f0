package io.inlet.smpp;

/** An attempt cannot even be made. Its message holds no secret. */
final class DialingException extends Exception {
    private static final long serialVersionUID = 1;

    private final EndReason reason;

    DialingException(EndReason reason, String detail, Exception cause) {
        super(detail, cause);
        this.reason = reason;
    }

    Dialing.Failed failed() {
        return new Dialing.Failed(reason, String.valueOf(getMessage()));
    }
}
