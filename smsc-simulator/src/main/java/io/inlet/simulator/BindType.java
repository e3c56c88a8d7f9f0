package io.inlet.simulator;

/** The direction of a session, as the ESME asked for it. */
public enum BindType {
    /** Takes deliver_sm. */
    RECEIVER,
    /** Takes none. */
    TRANSMITTER,
    /** Takes deliver_sm. */
    TRANSCEIVER;

    boolean receives() {
        return this != TRANSMITTER;
    }
}
