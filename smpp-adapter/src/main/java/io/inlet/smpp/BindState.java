package io.inlet.smpp;

/** Where a bind stands. */
public enum BindState {
    /** No connection; the next attempt waits for its time, or for the database to know the bind. */
    WAITING,
    /** Waiting for the carrier to call and say outbind. */
    LISTENING,
    /** Looking up the host and shaking hands. */
    CONNECTING,
    /** The bind request is out. */
    BINDING,
    /** Receiving. */
    BOUND,
    /** Handing over the last answers and leaving. */
    UNBINDING,
    /** Kept away by the configuration or by an operator, until it is enabled. */
    DISABLED,
    /** Its session has ended after the last answers, and it stays away until it is enabled. */
    DRAINED,
    /** Stopped with the gateway, or removed. */
    STOPPED
}
