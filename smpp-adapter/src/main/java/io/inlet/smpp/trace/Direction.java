package io.inlet.smpp.trace;

/** Which way a PDU went. */
public enum Direction {
    /** From the carrier. */
    IN,
    /** To the carrier. */
    OUT
}
