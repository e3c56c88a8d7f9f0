package io.inlet.persistence;

import io.inlet.number.NumberId;
import io.inlet.tenant.Environment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number at the instant of an arrival.
 *
 * @param number the number, or null if it is not in the pool
 * @param environment the number's environment
 * @param tenure the lease that had begun last, over or not, or null if there was none
 */
record Holding(@Nullable NumberId number, Environment environment, @Nullable Tenure tenure) {
    static final Holding NOT_IN_POOL = new Holding(null, Environment.LIVE, null);

    Standing at(Instant arrival) {
        return tenure == null ? Standing.OUTSIDE : tenure.at(arrival);
    }
}
