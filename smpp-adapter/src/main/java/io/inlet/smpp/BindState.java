package io.inlet.smpp;

/** Where a bind stands. */
public enum BindState {
    /** No connection; the next attempt waits for its time, or for the database to know the bind. */
    WAITING,
    /** Looking up the host and shaking hands. */
    CONNECTING,
    /** The bind request is out. */
    BINDING,
    /** Receiving. */
    BOUND,
    /** Handing over the last answers and leaving. */
    UNBINDING,
    /** Stopped with the gateway. */
    STOPPED
}
