package io.inlet.sms;

import org.jspecify.annotations.Nullable;

/**
 * PDUs of messages that are nobody's, for engineers who look into how a carrier writes: what came
 * for a lessee is the lessee's alone. Calls block on the database.
 */
@FunctionalInterface
public interface UnclaimedPdus {
    /**
     * The last one that came over a bind within the last day, to a number that nobody had, or null
     * if there is none.
     *
     * @throws io.inlet.intake.StoreUnavailableException if the database is away
     */
    @Nullable ReceivedPart last(BindId bind);
}
