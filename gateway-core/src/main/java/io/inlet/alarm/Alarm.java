package io.inlet.alarm;

import io.inlet.id.EnumName;

/** What may be wrong with a bind or the pool though nothing has failed. */
public enum Alarm {
    /** It is bound, and nothing comes although at this hour much usually would. */
    BOUND_BUT_SILENT,
    /** What comes was long under way by the carrier's own timestamps. */
    CARRIER_LAG,
    /** Fewer numbers of a kind are free than there should be. */
    POOL_LOW;

    /** As logged, told and counted: lower_snake_case. */
    public String label() {
        return EnumName.of(this);
    }
}
