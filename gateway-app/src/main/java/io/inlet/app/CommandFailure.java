package io.inlet.app;

/** A command cannot do what was asked. The message is for the person at the keyboard, whole. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandFailure(String message) {
        super(message);
    }
}
