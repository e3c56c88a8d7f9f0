package io.inlet.number;

/** Where a number is in its life at an instant; {@link NumberPosition#stateAt} tells it. */
public enum NumberState {
    AVAILABLE,
    LEASED,
    /** Its last lease is over, and what still comes for that lessee must come for nobody. */
    COOLDOWN,
    QUARANTINED,
    SUSPENDED,
    RETIRED
}
