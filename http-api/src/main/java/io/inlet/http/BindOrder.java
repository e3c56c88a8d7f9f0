package io.inlet.http;

/** What an operator can have done to one bind, until the next start. */
public enum BindOrder {
    /** Let it come up again. */
    ENABLE,
    /** End its session, and stay away. */
    DISABLE,
    /** Let the last answers out, unbind, and stay away. */
    DRAIN,
    /** End its session, and make a new one. */
    RECONNECT
}
