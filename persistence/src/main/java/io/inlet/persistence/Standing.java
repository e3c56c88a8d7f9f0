package io.inlet.persistence;

/** Where an arrival falls in the time of a lease. */
enum Standing {
    /** Before its start, or after its cooldown. */
    OUTSIDE,
    ACTIVE,
    GRACE,
    COOLDOWN
}
