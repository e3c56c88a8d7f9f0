package io.inlet.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the gateway can do its work. Listeners ask on a virtual thread, at every request to
 * {@code /health/ready}; an answer should take milliseconds.
 */
public interface Readiness {
    /** Every condition and whether it holds; all must. */
    List<Check> checks();

    /**
     * A condition.
     *
     * @param name what it is about, for example {@code database}
     * @param reason why it does not hold, or null if it does; without secrets
     */
    record Check(String name, @Nullable String reason) {
        /** Whether it holds. */
        public boolean isReady() {
            return reason == null;
        }
    }
}
