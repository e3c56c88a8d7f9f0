package io.inlet.number;

/** What operators say of a number. A lease that runs goes on; no new one is made but in service. */
public enum Standing {
    IN_SERVICE,
    /** Something is odd about it, and somebody looks. */
    QUARANTINED,
    /** Not to be leased for now, for example while a bill is open. */
    SUSPENDED,
    /** Given back to who we had it from. It may come again. */
    RETIRED
}
