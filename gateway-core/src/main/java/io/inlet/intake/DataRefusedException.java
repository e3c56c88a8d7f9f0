package io.inlet.intake;

/**
 * The database refused the data of a batch (SQLSTATE classes 22 and 23, or a program limit), so
 * that trying again cannot help. Nothing of the batch has happened. The message names the SQLSTATE
 * and no content.
 */
public final class DataRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DataRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
