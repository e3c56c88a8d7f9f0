package io.inlet.smpp;

/** The phases of a session, in their order; some are left out. */
enum Phase {
    CONNECTING,
    /** TLS is being agreed on. */
    HANDSHAKING,
    BINDING,
    BOUND,
    /** We leave: nothing is read while the last answers go out. */
    DRAINING,
    /** We leave: our unbind is out. */
    UNBINDING,
    /** The session ends by the carrier's doing, once the last answers are out. */
    PARTING,
    /** What was written last is on its way, then the connection is closed. */
    CLOSING;

    /** Whether what comes is still handed to the intake. */
    boolean takesMessages() {
        return compareTo(UNBINDING) < 0;
    }

    /** Whether the end was begun already, by either side. */
    boolean isLeaving() {
        return compareTo(BOUND) > 0;
    }
}
