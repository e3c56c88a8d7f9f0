package io.inlet.intake;

/** Why a message is shown to nobody. */
public enum QuarantineReason {
    /** The number is not in the pool. */
    UNKNOWN_NUMBER,
    /** No lease held the number when the message arrived, and none is resting on it. */
    NO_LEASE,
    /** The last lease was over, and in its grace. */
    GRACE,
    /** The number was in its cooldown. */
    COOLDOWN,
    /** Parts of a long message arrived for different leases. */
    SPLIT_LEASES,
    /** A simulated message to a number that is not a sandbox one. */
    SIMULATED_TO_LIVE,
    /** The PDU could not be parsed; kept raw. */
    UNREADABLE,
    /** The database refused the row; kept raw. */
    REFUSED_BY_STORE
}
