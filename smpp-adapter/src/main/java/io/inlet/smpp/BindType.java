package io.inlet.smpp;

/** Which kind of bind the carrier grants. Neither sends messages here. */
public enum BindType {
    /** bind_receiver. */
    RECEIVER,
    /** bind_transceiver; Inlet uses its receiving half. */
    TRANSCEIVER
}
