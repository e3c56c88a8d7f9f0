package io.inlet.simulator;

/** When a message goes out that is meant for the next session to bind. */
public enum Moment {
    /** On that session, before its bind is answered. */
    BEFORE_BIND_RESP,
    /** In one write with the answer to its bind, right behind it. */
    WITH_BIND_RESP
}
