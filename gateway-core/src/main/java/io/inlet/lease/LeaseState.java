package io.inlet.lease;

/** Where a lease is in its life. */
public enum LeaseState {
    RESERVED,
    ACTIVE,
    /** Time runs on, nothing is shown, and what arrives is withheld. */
    SUSPENDED,
    /** Over for new messages; those that came before can still be read. */
    GRACE,
    PURGED
}
